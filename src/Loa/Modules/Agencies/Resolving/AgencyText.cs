using System.Text.RegularExpressions;
using Loa.Documents.Vietnamese;

namespace Loa.Modules.Agencies.Resolving;

/// <summary>Agency names in the form in which they are compared: folded, abbreviations written out, signs and small words gone.</summary>
internal static partial class AgencyText
{
    /// <summary>Folded abbreviations and what they stand for. Longer ones with signs inside come before their parts.</summary>
    private static readonly (string Short, string Long)[] Abbreviations =
    [
        ("ubmttq", "uy ban mat tran to quoc"), ("ubnd", "uy ban nhan dan"), ("hdnd", "hoi dong nhan dan"), ("mttq", "mat tran to quoc"),
        ("tt&tt", "thong tin va truyen thong"), ("tttt", "thong tin va truyen thong"),
        ("gd&dt", "giao duc va dao tao"), ("gd-dt", "giao duc va dao tao"), ("gddt", "giao duc va dao tao"),
        ("kh&dt", "ke hoach va dau tu"), ("kh-dt", "ke hoach va dau tu"), ("khdt", "ke hoach va dau tu"),
        ("tn&mt", "tai nguyen va moi truong"), ("tn-mt", "tai nguyen va moi truong"), ("tnmt", "tai nguyen va moi truong"),
        ("nn&ptnt", "nong nghiep va phat trien nong thon"), ("nn-ptnt", "nong nghiep va phat trien nong thon"), ("ptnt", "phat trien nong thon"),
        ("kh&cn", "khoa hoc va cong nghe"), ("kh-cn", "khoa hoc va cong nghe"), ("khcn", "khoa hoc va cong nghe"),
        ("ld-tb&xh", "lao dong thuong binh va xa hoi"), ("ldtb&xh", "lao dong thuong binh va xa hoi"), ("ld,tb&xh", "lao dong thuong binh va xa hoi"),
        ("ld-tbxh", "lao dong thuong binh va xa hoi"), ("ldtbxh", "lao dong thuong binh va xa hoi"),
        ("vh,tt&dl", "van hoa the thao va du lich"), ("vh-tt&dl", "van hoa the thao va du lich"), ("vhtt&dl", "van hoa the thao va du lich"), ("vhttdl", "van hoa the thao va du lich"),
        ("vh&tt", "van hoa va thong tin"), ("vhtt", "van hoa thong tin"), ("tc-kh", "tai chinh ke hoach"), ("kt-ht", "kinh te va ha tang"), ("qldt", "quan ly do thi"),
        ("gtvt", "giao thong van tai"), ("pt-th", "phat thanh truyen hinh"), ("pt&th", "phat thanh truyen hinh"), ("ptth", "phat thanh truyen hinh"),
        ("tt-th", "truyen thanh truyen hinh"), ("ttdt", "thong tin dien tu"), ("ldld", "lien doan lao dong"), ("lhpn", "lien hiep phu nu"), ("ccb", "cuu chien binh"),
        ("tncs", "thanh nien cong san"), ("bhxh", "bao hiem xa hoi"), ("kbnn", "kho bac nha nuoc"), ("nhnn", "ngan hang nha nuoc"), ("dbqh", "dai bieu quoc hoi"),
        ("atvstp", "an toan ve sinh thuc pham"), ("attp", "an toan thuc pham"), ("bql", "ban quan ly"), ("kcn", "khu cong nghiep"), ("kkt", "khu kinh te"),
        ("pvhcc", "phuc vu hanh chinh cong"), ("hcc", "hanh chinh cong"), ("chqs", "chi huy quan su"), ("bdbp", "bo doi bien phong"), ("cdc", "kiem soat benh tat"),
        ("khhgd", "ke hoach hoa gia dinh"), ("cntt", "cong nghe thong tin"), ("vhtt&tt", "van hoa the thao va truyen thong"),
        ("ct-xh", "chinh tri xa hoi"), ("ctxh", "chinh tri xa hoi"), ("vp", "van phong"), ("tp", "thanh pho"), ("tx", "thi xa"), ("ca", "cong an"),
    ];

    /// <summary>
    /// Milliseconds. None of these patterns can run away; the limit is measured on the wall clock, so it must leave room for a thread that waits for a busy machine.
    /// </summary>
    private const int Patience = 10_000;

    private static readonly HashSet<string> SmallWords = new(StringComparer.Ordinal) { "va", "viet", "nam", "cua", "thuoc", "co", "tai", "khac", "o", "tren", "dia", "ban", "dong", "toan" };

    /// <summary>"Đài PT-TH tỉnh" and "Đài Phát thanh và Truyền hình tỉnh" give the same key.</summary>
    public static string Key(string text)
    {
        var folded = Folding.Fold(text).Replace(" & ", "&", StringComparison.Ordinal);
        foreach (var (abbreviation, full) in Abbreviations)
        {
            folded = Replace(folded, abbreviation, full);
        }

        return string.Join(' ', WithoutSmallWords(Signs().Replace(folded, " ").Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    public static IReadOnlyList<string> Words(string key) => key.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The key without "các", and without a wish or a holder's title in front.</summary>
    public static string GroupKey(string text)
    {
        var key = HolderTitle().Replace(Key(text), "");
        key = Plural().Replace(key, "");
        return Relevant().Replace(key, "lien quan").Trim();
    }

    /// <summary>"Giám đốc Sở Nội vụ" → "so noi vu"; null where no title stands in front.</summary>
    public static string? WithoutHolder(string key) => HolderTitle().Match(key) is { Success: true } match && match.Length < key.Length ? key[match.Length..] : null;

    /// <summary>"trên địa bàn" goes, "Ban Dân tộc" stays: "ban" and "đồng" are small only in company.</summary>
    private static IEnumerable<string> WithoutSmallWords(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var before = i > 0 ? words[i - 1] : "";
            var after = i + 1 < words.Length ? words[i + 1] : "";
            var small = words[i] switch
            {
                "ban" => before == "dia",
                "dia" => after == "ban",
                "nam" => before == "viet",
                "viet" => after == "nam",
                "dong" => after == "tren",
                "co" => after == "lien",
                "toan" => after is "tinh" or "huyen",
                var word => SmallWords.Contains(word),
            };
            if (!small)
            {
                yield return words[i];
            }
        }
    }

    /// <summary>Only where the abbreviation stands as a word.</summary>
    private static string Replace(string text, string word, string with)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        while (at >= 0)
        {
            var end = at + word.Length;
            var stands = (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end]));
            if (stands)
            {
                text = text[..at] + with + text[end..];
            }

            var next = stands ? at + with.Length : end;
            at = text.IndexOf(word, next, StringComparison.Ordinal);
        }

        return text;
    }

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, Patience)]
    private static partial Regex Signs();

    [GeneratedRegex(@"^(?:(?:de nghi|kinh de nghi|yeu cau|giao) )?(?:(?:pho |cac pho )?(?:chu tich|giam doc|chanh(?= van phong| thanh tra)|truong(?= phong| ban| cong an)|thu truong|bi thu|tong bien tap|cuc truong|chi cuc truong|hieu truong|chi huy truong|lanh dao|nguoi dung dau|thuong truc) )", RegexOptions.None, Patience)]
    private static partial Regex HolderTitle();

    [GeneratedRegex("^(?:(?:cac|nhung|tat ca cac|mot so) )+", RegexOptions.None, Patience)]
    private static partial Regex Plural();

    [GeneratedRegex(@"(?:to chuc ca nhan )?lien quan.*$", RegexOptions.None, Patience)]
    private static partial Regex Relevant();
}
