namespace Loa.Modules.EvidenceFiles;

/// <summary>The addresses of this module.</summary>
internal static class EvidenceFileLinks
{
    public const string List = "/ho-so";
    public const string New = "/ho-so/lap";
    public const string Add = "/ho-so/them";

    public static string File(Guid evidenceFileId) => $"{List}/{evidenceFileId}";

    public static string Edit(Guid evidenceFileId) => $"{New}/{evidenceFileId}";

    /// <summary>One criterion as a folder.</summary>
    public static string Export(Guid evidenceFileId) => $"{List}/{evidenceFileId}?handler=Export";

    /// <summary>Every criterion of an agency's index and year as one folder.</summary>
    public static string ExportAll(Guid agencyId, string index, int year) => $"{List}?handler=Export&co-quan={agencyId}&bo={Uri.EscapeDataString(index)}&nam={year}";

    public static string AddActivity(Guid activityId) => $"{Add}?hoat-dong={activityId}";

    public static string AddDirective(Guid directiveId) => $"{Add}?van-ban={directiveId}";
}
