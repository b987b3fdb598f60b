namespace Loa.Modules.Agencies;

internal static class AgencyLinks
{
    public const string Tree = "/co-quan";
    public const string Groups = "/co-quan/nhom";
    public const string Picker = "/co-quan/chon";
    public const string Changes = "/co-quan/sap-xep";
    public const string Record = "/co-quan/sap-xep/ghi";
    public const string Import = "/co-quan/nhap";
    public const string Export = "/co-quan/xuat";
    public const string EditGroup = "/co-quan/nhom/soan";

    /// <summary>Words that stand in addresses where a code would.</summary>
    public static readonly string[] Reserved = ["nhom", "chon", "soan", "sap-xep", "nhap", "xuat"];

    public static string Change(Guid changeId) => $"{Changes}/{changeId}";

    public static string TreeOn(DateOnly day) => $"{Tree}?ngay={day:yyyy-MM-dd}";

    /// <summary>For a picker that offers only agencies where the person has the permission.</summary>
    public static string PickerFor(string permission) => $"{Picker}?quyen={permission}";
    public const string PickerWithGroups = "/co-quan/chon?nhom=true";

    public static string PickerWithGroupsFor(string permission) => $"{PickerWithGroups}&quyen={permission}";

    public static string ImportOf(Guid fileId) => $"{Import}?tep={fileId}";

    public static string Group(string code) => $"{EditGroup}/{code}";

    /// <param name="below">The agency whose subtree is wanted; null: everything.</param>
    public static string ExportOf(string? below, DateOnly? day, string format) =>
        $"{Export}?dang={format}{(below is null ? "" : $"&duoi={below}")}{(day is { } on ? $"&ngay={on:yyyy-MM-dd}" : "")}";

    public static string Detail(string code) => $"/co-quan/{code}";

    public static string Edit(string code) => $"/co-quan/soan/{code}";

    public static string AddUnder(string? parentCode) => parentCode is null ? "/co-quan/soan" : $"/co-quan/soan?duoi={parentCode}";

    public static string Branch(Guid agencyId, DateOnly? day = null) => $"/co-quan?handler=Branch&id={agencyId}{(day is { } on ? $"&ngay={on:yyyy-MM-dd}" : "")}";
}
