using System.Buffers;

namespace Loa.Documents.Blocks.Text;

/// <summary>Brings text from any source to one form: NFC, no invisible characters, single spaces.</summary>
internal static class TextCleaner
{
    /// <summary>Cleans one paragraph. Line breaks ('\n') and tabs inside it are kept.</summary>
    public static string Clean(ReadOnlySpan<char> text) => Clean(text, out _);

    /// <summary>Cleans one paragraph and says whether it has characters that may be markup left by extraction.</summary>
    public static string Clean(ReadOnlySpan<char> text, out bool markup)
    {
        markup = false;
        if (text.IsEmpty)
            return "";
        var rented = text.Length <= 512 ? null : ArrayPool<char>.Shared.Rent(text.Length);
        var buffer = rented ?? stackalloc char[512];
        var length = Squeeze(text, buffer, out var marks, out markup);
        var result = length == 0 ? "" : new string(buffer[..length]);
        if (rented != null)
            ArrayPool<char>.Shared.Return(rented);
        return marks ? CombiningMarks.Compose(result) : result;
    }

    /// <summary>Copies what is visible, with one space where there were several; returns the length written.</summary>
    private static int Squeeze(ReadOnlySpan<char> text, Span<char> target, out bool marks, out bool markup)
    {
        var length = 0;
        var space = false;
        marks = markup = false;
        foreach (var original in text)
        {
            var c = original;
            if (c is <= ' ' or (>= '\u007F' and not ((>= 'À' and < '\u0300') or (>= '\u1EA0' and <= '\u1EFF'))) or '\u00D0' or '\u00F0' or '\u0110')
            {
                c = Simplify(c);
                if (c == '\0')
                    continue;
                if (c == ' ')
                {
                    space = true;
                    continue;
                }
                if (c is '\n' or '\t')
                {
                    // Spaces around a break mean nothing; a paragraph never begins with a break or a tab.
                    space = false;
                    if (length > 0 && !(c == '\t' && target[length - 1] == '\n'))
                        target[length++] = c;
                    continue;
                }
                // Composing also mends lone surrogates, which later steps could not normalise.
                marks |= c is (>= '\u0300' and <= '\u036F') or (>= '\uD800' and <= '\uDFFF');
            }
            else if (c is '*' or '<' or '&' or '_' or '#')
            {
                markup = true;
            }
            if (space)
            {
                if (length > 0 && target[length - 1] is not ('\n' or '\t'))
                    target[length++] = ' ';
                space = false;
            }
            target[length++] = c;
        }
        while (length > 0 && target[length - 1] is ('\n' or '\t'))
            length--;
        return length;
    }

    /// <summary>The plain equivalent of an odd character; '\0' when it is invisible.</summary>
    private static char Simplify(char c) => c switch
    {
        ' ' or '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000' => ' ',
        '\n' or '\u0085' or '\u2028' or '\u2029' or '\u000B' or '\f' => '\n',
        '\t' => '\t',
        < ' ' or '\u007F' or (> '\u007F' and < '\u00A0') => '\0',
        '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\uFEFF' or '\uFFFC' or '\uFFFE' or '\uFFFF' => '\0',
        '\u2010' or '\u2011' or '\u2212' or '\uFE63' or '\uFF0D' => '-',
        // Eth, and the African D, stand for Đ in files typed with the wrong keyboard.
        '\u00D0' or '\u0189' => 'Đ',
        '\u00F0' => 'đ',
        // Symbol fonts put their bullets into the private area.
        '\uF0B7' or '\uF0A7' or '\uF0D8' or '\uF076' or '\uF09F' => '•',
        '\uF02D' => '-',
        '\uF02B' => '+',
        _ => c,
    };
}
