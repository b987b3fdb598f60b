using Loa.Documents.Vietnamese;
using Loa.Platform.Sheets;

namespace Loa.Modules.Activities.Import;

/// <summary>The columns of a list of activities, in the order in which the template has them; read in any order.</summary>
internal enum ActivityColumn
{
    StartsOn,
    Form,
    Title,
    EndsOn,
    Channel,
    Times,
    Minutes,
    PrimeTime,
    People,
    PeopleBy,
    Copies,
    IntegratedInto,
    Places,
    Audiences,
    Cost,
    Funding,
    InCharge,
    Tasks,
    Description,
    Agency,
}

internal static class ActivityColumns
{
    public static readonly IReadOnlyList<ActivityColumn> Required = [ActivityColumn.StartsOn, ActivityColumn.Form, ActivityColumn.Title];

    /// <summary>Heads as they are written, the width, and what else people write, folded.</summary>
    private static readonly Dictionary<ActivityColumn, (string Title, int Width, string[] Also)> Known = new()
    {
        [ActivityColumn.StartsOn] = ("Ngày thực hiện", 14, ["ngay", "tu ngay", "ngay bat dau", "thoi gian", "date", "day"]),
        [ActivityColumn.Form] = ("Hình thức", 28, ["hinh thuc tuyen truyen", "form"]),
        [ActivityColumn.Title] = ("Tên hoặc nội dung", 60, ["ten", "noi dung", "ten hoat dong", "noi dung tuyen truyen", "title", "name"]),
        [ActivityColumn.EndsOn] = ("Đến ngày", 14, ["ngay ket thuc", "to"]),
        [ActivityColumn.Channel] = ("Kênh", 28, ["kenh phat", "channel"]),
        [ActivityColumn.Times] = ("Số lần", 10, ["so luong", "so lan phat", "so cuoc", "so buoi", "so tin", "so bai", "times", "count"]),
        [ActivityColumn.Minutes] = ("Số phút mỗi lần", 14, ["so phut", "thoi luong", "thoi luong (phut)", "minutes"]),
        [ActivityColumn.PrimeTime] = ("Vào giờ nhiều người theo dõi", 14, ["gio vang", "prime time"]),
        [ActivityColumn.People] = ("Số người tham dự hoặc tiếp cận", 16, ["so nguoi", "so luot nguoi", "so nguoi tham du", "people"]),
        [ActivityColumn.PeopleBy] = ("Đếm bằng cách nào", 22, ["cach dem", "counted by"]),
        [ActivityColumn.Copies] = ("Số bản", 10, ["so to", "so cuon", "copies"]),
        [ActivityColumn.IntegratedInto] = ("Lồng ghép vào", 30, ["long ghep", "integrated into"]),
        [ActivityColumn.Places] = ("Địa điểm", 28, ["noi to chuc", "places", "place"]),
        [ActivityColumn.Audiences] = ("Đối tượng", 30, ["doi tuong tuyen truyen", "audiences"]),
        [ActivityColumn.Cost] = ("Kinh phí (đồng)", 16, ["kinh phi", "cost"]),
        [ActivityColumn.Funding] = ("Nguồn kinh phí", 24, ["nguon", "funding"]),
        [ActivityColumn.InCharge] = ("Người phụ trách", 24, ["phu trach", "in charge"]),
        [ActivityColumn.Tasks] = ("Nhiệm vụ phục vụ", 24, ["nhiem vu", "tasks", "task"]),
        [ActivityColumn.Description] = ("Mô tả ngắn", 50, ["mo ta", "ghi chu", "description", "note"]),
        [ActivityColumn.Agency] = ("Mã cơ quan", 16, ["co quan", "ma don vi", "agency code", "agency"]),
    };

    private static readonly Dictionary<string, ActivityColumn> ByName = Known
        .SelectMany(known => known.Value.Also.Prepend(Folding.Fold(known.Value.Title)).Select(name => (Name: name, Column: known.Key)))
        .ToDictionary(pair => pair.Name, pair => pair.Column, StringComparer.Ordinal);

    public static IReadOnlyList<ActivityColumn> All => Enum.GetValues<ActivityColumn>();

    /// <summary>The file's heads are Vietnamese whatever the interface speaks: the file goes from office to office.</summary>
    public static IReadOnlyList<SheetColumn> ToWrite { get; } = [.. All.Select(column => new SheetColumn(Title(column), Known[column].Width))];

    public static string Title(ActivityColumn column) => Known[column].Title;

    /// <summary>Null for a head that is none of ours: its column is not read.</summary>
    public static ActivityColumn? Find(string head) => ByName.TryGetValue(Folding.Fold(head).TrimEnd('*', ':', ' '), out var column) ? column : null;
}
