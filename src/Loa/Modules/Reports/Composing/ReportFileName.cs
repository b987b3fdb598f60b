using Loa.Platform.Files;

namespace Loa.Modules.Reports.Composing;

/// <summary>What a report's files are called: whose it is and of when.</summary>
internal static class ReportFileName
{
    private const int Most = 120;

    /// <returns>Without extension.</returns>
    public static string Of(OpenReport open)
    {
        var name = SafeFileName.From($"{open.Report.AgencyName} - {open.Period.Title}".Replace('/', '-').Replace('\\', '-'));
        return (name.Length > Most ? name[..Most] : name).TrimEnd(' ', '.');
    }

    public static string OfWord(OpenReport open, bool working) => working ? $"{Of(open)} (bản làm việc).docx" : $"{Of(open)}.docx";
}
