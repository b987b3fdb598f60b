using System.Text;
using System.Xml;

namespace Loa.Documents.Writing.Parts;

/// <summary>Text as it may stand in XML: no control characters, no half surrogate pairs, composed Vietnamese letters.</summary>
internal static class XmlText
{
    public static string Clean(string text)
    {
        var clean = IsClean(text) ? text : Filter(text);
        return clean.IsNormalized() ? clean : clean.Normalize();
    }

    private static bool IsClean(string text)
    {
        foreach (var c in text)
        {
            if (char.IsSurrogate(c) || !XmlConvert.IsXmlChar(c) || c == '\r')
                return false;
        }

        return true;
    }

    private static string Filter(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                // The last two code points of each plane are no characters, and Normalize refuses them.
                if ((char.ConvertToUtf32(text[i], text[i + 1]) & 0xFFFE) != 0xFFFE)
                    result.Append(text, i, 2);
                i++;
            }
            else if (text[i] == '\r')
            {
                // One line break, whichever program wrote it.
                if (i + 1 >= text.Length || text[i + 1] != '\n')
                    result.Append('\n');
            }
            else if (!char.IsSurrogate(text[i]) && XmlConvert.IsXmlChar(text[i]))
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }
}
