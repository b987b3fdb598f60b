namespace Loa.Documents.Plans;

/// <summary>The line of a decision that names who decides, in capitals between subject and bases.</summary>
internal static class Authorities
{
    private static readonly string[] Bodies =
    [
        "uy ban nhan dan", "ubnd", "hoi dong nhan dan", "chinh phu", "thu tuong", "bo truong", "chu tich", "giam doc", "tong giam doc", "cuc truong", "tong cuc truong", "chanh van phong",
        "truong ban", "ban chi dao", "tong thanh tra", "thong doc", "chu nhiem", "vien truong", "hieu truong", "chi cuc truong", "truong phong", "chanh thanh tra", "tong bien tap",
        "thuong truc", "ban thuong vu", "hoi dong", "ban chap hanh", "bo ", "vu truong", "uy ban thuong vu",
    ];

    public static bool IsAuthorityLine(Line line, DocumentPart part)
    {
        if (!line.IsCapitals || part.Kind is not ("Quyết định" or "Nghị quyết" or "Chỉ thị" or "Thông tư" or "Nghị định"))
            return false;
        foreach (var body in Bodies)
        {
            if (line.Opening.StartsWith(body, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
