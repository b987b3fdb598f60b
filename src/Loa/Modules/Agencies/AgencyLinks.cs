namespace Loa.Modules.Agencies;

internal static class AgencyLinks
{
    public const string Tree = "/co-quan";
    public const string Groups = "/co-quan/nhom";
    public const string Picker = "/co-quan/chon";
    public const string PickerWithGroups = "/co-quan/chon?nhom=true";

    public static string Detail(string code) => $"/co-quan/{code}";

    public static string Edit(string code) => $"/co-quan/soan/{code}";

    public static string AddUnder(string? parentCode) => parentCode is null ? "/co-quan/soan" : $"/co-quan/soan?duoi={parentCode}";

    public static string Branch(Guid agencyId) => $"/co-quan?handler=Branch&id={agencyId}";
}
