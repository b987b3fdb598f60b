namespace Loa.Modules.Reports;

/// <summary>The addresses of this module.</summary>
internal static class ReportLinks
{
    /// <summary>The reports one has to write, and those one receives.</summary>
    public const string List = "/bao-cao";
    public const string Periods = "/bao-cao/ky";
    public const string NewPeriod = "/bao-cao/ky/mo";
    public const string Outlines = "/bao-cao/de-cuong";
    public const string NewOutline = "/bao-cao/de-cuong/soan";

    public static string Report(Guid reportId) => $"{List}/{reportId}";

    /// <summary>The report as its writers fill it.</summary>
    public static string Fill(Guid reportId) => $"{List}/{reportId}/dien";

    public static string Figure(Guid reportId, Guid figureId) => $"{List}/{reportId}/so-lieu/{figureId}";

    /// <summary>What the reports below say of one section.</summary>
    public static string Contributions(Guid reportId, Guid sectionId) => $"{List}/{reportId}/dong-gop/{sectionId}";

    /// <summary>What was sent, version by version, with differences.</summary>
    public static string Versions(Guid reportId) => $"{List}/{reportId}/cac-lan-gui";

    /// <summary>The form in which <see cref="File"/> gives the copy that was signed.</summary>
    public const string SignedFormat = "ban-ky";

    /// <summary>As a file: "docx", "ky" (the copy for signature), "xlsx", "csv" or <see cref="SignedFormat"/>.</summary>
    public static string File(Guid reportId, string format) => $"{List}/{reportId}/tep?dang={format}";

    /// <summary>Recording the copy that was signed.</summary>
    public static string Signed(Guid reportId) => $"{List}/{reportId}/ban-ky";

    /// <summary>Filling it away from the network.</summary>
    public static string Offline(Guid reportId) => $"{List}/{reportId}/ngoai-tuyen";

    public static string Period(Guid periodId) => $"{Periods}/{periodId}";

    /// <summary>Asking one more agency in an open period.</summary>
    public static string AddReport(Guid periodId) => $"{Periods}/{periodId}/them-co-quan";

    public static string EditPeriod(Guid periodId) => $"{Periods}/{periodId}/sua";

    /// <summary>Agencies × periods: complete, on time, accepted.</summary>
    public const string Board = "/bao-cao/theo-doi";

    /// <summary>The reports behind a figure of the board.</summary>
    public const string BoardRows = "/bao-cao/theo-doi/bao-cao";

    public static string Outline(Guid outlineId) => $"{Outlines}/{outlineId}";

    public static string EditOutline(Guid outlineId) => $"{Outlines}/{outlineId}/sua";

    public static string Section(Guid outlineId, Guid? sectionId = null) => $"{Outlines}/{outlineId}/muc{(sectionId is { } id ? $"/{id}" : "")}";

    public static string OutlineFigure(Guid outlineId, Guid? figureId = null) => $"{Outlines}/{outlineId}/so-lieu{(figureId is { } id ? $"/{id}" : "")}";

    /// <summary>A draft outline from that of an issued plan.</summary>
    public static string OutlineOfPlan(Guid planId) => $"{NewOutline}?ke-hoach={planId}";
}
