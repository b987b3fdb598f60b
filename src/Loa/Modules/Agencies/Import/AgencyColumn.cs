using Loa.Documents.Vietnamese;
using Loa.Platform.Sheets;

namespace Loa.Modules.Agencies.Import;

/// <summary>The columns of a list of agencies, in the order in which they are written; read in any order.</summary>
internal enum AgencyColumn
{
    Code,
    ParentCode,
    Name,
    ShortName,
    Kind,
    Level,
    OfficialCode,
    Aliases,
    Heads,
    Address,
    Phone,
    Email,
    Website,
    Tags,
    Headcount,
    CountedOn,
    From,
    To,
}

internal static class AgencyColumns
{
    public static readonly IReadOnlyList<AgencyColumn> All = Enum.GetValues<AgencyColumn>();

    /// <summary>Heads as they are written, the width, and what else people write, folded.</summary>
    private static readonly Dictionary<AgencyColumn, (string Title, int Width, string[] Also)> Known = new()
    {
        [AgencyColumn.Code] = ("Mã", 16, ["ma co quan", "ma don vi", "code", "agency code"]),
        [AgencyColumn.ParentCode] = ("Mã cấp trên", 16, ["ma co quan cap tren", "ma don vi cap tren", "co quan cap tren", "cap tren", "parent", "parent code"]),
        [AgencyColumn.Name] = ("Tên đầy đủ", 60, ["ten", "ten co quan", "ten don vi", "ten co quan, don vi", "name", "full name"]),
        [AgencyColumn.ShortName] = ("Tên ngắn", 30, ["ten viet tat", "ten goi tat", "short name"]),
        [AgencyColumn.Kind] = ("Loại", 26, ["loai co quan", "kind", "type"]),
        [AgencyColumn.Level] = ("Cấp", 12, ["cap hanh chinh", "level"]),
        [AgencyColumn.OfficialCode] = ("Mã định danh", 18, ["ma dinh danh dien tu", "official code", "identifier"]),
        [AgencyColumn.Aliases] = ("Tên gọi khác", 40, ["ten khac", "aliases", "other names"]),
        [AgencyColumn.Heads] = ("Chức danh", 40, ["chuc danh nguoi dung dau", "heads", "titles", "titles of its head"]),
        [AgencyColumn.Address] = ("Địa chỉ", 30, ["address"]),
        [AgencyColumn.Phone] = ("Điện thoại", 16, ["so dien thoai", "phone", "telephone"]),
        [AgencyColumn.Email] = ("Thư điện tử", 26, ["email", "e-mail", "thu dien tu co quan"]),
        [AgencyColumn.Website] = ("Trang thông tin", 26, ["website", "trang thong tin dien tu"]),
        [AgencyColumn.Tags] = ("Nhãn", 20, ["tags"]),
        [AgencyColumn.Headcount] = ("Số người", 10, ["so can bo, cong chuc, vien chuc", "bien che", "headcount", "people"]),
        [AgencyColumn.CountedOn] = ("Thống kê ngày", 14, ["ngay thong ke", "counted on"]),
        [AgencyColumn.From] = ("Từ ngày", 12, ["from", "valid from", "hieu luc tu"]),
        [AgencyColumn.To] = ("Đến ngày", 12, ["to", "valid to", "het hieu luc", "den het ngay"]),
    };

    private static readonly Dictionary<string, AgencyColumn> ByName = Known
        .SelectMany(known => known.Value.Also.Prepend(Folding.Fold(known.Value.Title)).Select(name => (Name: name, Column: known.Key)))
        .ToDictionary(pair => pair.Name, pair => pair.Column, StringComparer.Ordinal);

    /// <summary>The file's heads are Vietnamese whatever the interface speaks: the file goes from office to office.</summary>
    public static IReadOnlyList<SheetColumn> ToWrite { get; } = [.. All.Select(column => new SheetColumn(Title(column), Known[column].Width))];

    public static string Title(AgencyColumn column) => Known[column].Title;

    /// <summary>Null for a head that is none of ours: its column is not read.</summary>
    public static AgencyColumn? Find(string head) => ByName.TryGetValue(Folding.Fold(head).TrimEnd('*', ':', ' '), out var column) ? column : null;
}
