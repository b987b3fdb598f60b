namespace Loa.Documents.Vietnamese.Text;

/// <summary>
/// The Vietnamese letters as numbers. A table of our own rather than Unicode decomposition: grammars ask for
/// every character of a document, and the first call must not load a culture library.
/// </summary>
internal static class Letters
{
    /// <summary>Rows of one vowel: no tone, huyền, sắc, hỏi, ngã, nặng.</summary>
    private static readonly string[] Vowels =
    [
        "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị",
        "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
    ];

    private const string Alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    private const string Plain = "aaabcddeefghijklmnooopqrstuuvwxyz";
    private const int TableSize = 0x1F00;

    // Low 6 bits: letter (1-based place in the alphabet, 0 = no letter); next 3 bits: tone.
    private static readonly ushort[] Codes = BuildCodes();
    private static readonly byte[] PlainCodes = BuildPlainCodes();

    public const int Y = 32;
    public const int I = 13;
    public const int U = 27;
    public const int Q = 23;

    /// <summary>The letter's number from 1, or 0 for what is not a letter of Vietnamese or English.</summary>
    public static int Code(char c) => c < TableSize ? Codes[c] & 63 : 0;

    /// <summary>0 none, 1 huyền, 2 sắc, 3 hỏi, 4 ngã, 5 nặng.</summary>
    public static int Tone(char c) => c < TableSize ? Codes[c] >> 6 : 0;

    /// <summary>The number of the letter without its mark: ă → a, đ → d.</summary>
    public static int PlainCode(int code) => PlainCodes[code];

    /// <summary>A letter that only Vietnamese marks so: with a tone, or one of ă â đ ê ô ơ ư.</summary>
    public static bool IsMarked(char c) => c is >= '\u0080' and < (char)TableSize && Codes[c] != 0;

    /// <summary>The lower-case letter without diacritics, or '\0' for what is not a letter of the table.</summary>
    public static char Folded(char c)
    {
        var code = Code(c);
        return code == 0 ? '\0' : Plain[code - 1];
    }

    public static bool IsVowel(int plainCode) => plainCode > 0 && Plain[plainCode - 1] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    /// <summary>Tone of a combining mark, or 0.</summary>
    public static int CombiningTone(char c) => c switch
    {
        '\u0300' => 1,
        '\u0301' => 2,
        '\u0309' => 3,
        '\u0303' => 4,
        '\u0323' => 5,
        _ => 0,
    };

    /// <summary>The letter that a combining circumflex, breve or horn makes of the letter before it.</summary>
    public static int Combine(int code, char mark) => (code, mark) switch
    {
        (1, '\u0306') => 2,
        (1, '\u0302') => 3,
        (8, '\u0302') => 9,
        (19, '\u0302') => 20,
        (19, '\u031B') => 21,
        (27, '\u031B') => 28,
        _ => code,
    };

    private static ushort[] BuildCodes()
    {
        var codes = new ushort[TableSize];
        for (var i = 0; i < Alphabet.Length; i++)
        {
            codes[Alphabet[i]] = (ushort)(i + 1);
            codes[char.ToUpperInvariant(Alphabet[i])] = (ushort)(i + 1);
        }

        foreach (var row in Vowels)
        {
            for (var tone = 1; tone < row.Length; tone++)
            {
                var code = (ushort)(codes[row[0]] | (tone << 6));
                codes[row[tone]] = code;
                codes[char.ToUpperInvariant(row[tone])] = code;
            }
        }

        return codes;
    }

    private static byte[] BuildPlainCodes()
    {
        var plain = new byte[64];
        for (var i = 0; i < Alphabet.Length; i++)
            plain[i + 1] = (byte)(Alphabet.IndexOf(Plain[i]) + 1);
        return plain;
    }
}
