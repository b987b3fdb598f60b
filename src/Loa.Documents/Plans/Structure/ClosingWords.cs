using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>How the last paragraphs of a plan open: they sum up and urge, and are nobody's duty.</summary>
internal static class ClosingWords
{
    private static readonly string[] Certain =
    [
        "tren day la ", "trong qua trinh thuc hien", "trong qua trinh trien khai", "trong qua trinh to chuc", "qua trinh thuc hien", "qua trinh trien khai", "qua trinh to chuc", "ke hoach nay co hieu luc",
        "ke hoach nay thay ", "neu co kho khan", "neu co vuong mac", "quyet dinh nay co hieu luc", "trong thoi gian thuc hien", "nhan duoc ke hoach nay",
    ];

    private static readonly string[] AtTheEnd =
    [
        "yeu cau ", "de nghi cac ", "de nghi thu truong", "cac co quan, don vi can cu", "uy ban nhan dan tinh yeu cau", "ubnd tinh yeu cau", "can cu ", "giao ", "de nghi ", "kinh de nghi", "ubnd ", "uy ban nhan dan ", "thu truong cac",
        "so noi vu yeu cau", "tren co so ke hoach nay",
    ];

    public static bool Announces(string text) => Opens(text, Certain);

    /// <summary>For the very last paragraph more openings count.</summary>
    public static bool Open(string text) => Opens(text, Certain) || Opens(text, AtTheEnd);

    private static bool Opens(string text, string[] words)
    {
        var opening = Folding.Fold(text, stackalloc char[Folding.OpeningLength]);
        foreach (var word in words)
        {
            if (opening.StartsWith(word))
                return true;
        }

        return false;
    }
}
