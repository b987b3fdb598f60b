using Loa.Documents.Plans;

namespace Loa.Documents.Vietnamese;

/// <summary>Sentences that oblige somebody to report.</summary>
public static class ReportingDuties
{
    /// <summary>One entry per period the sentence names. <see cref="ReportingDuty.By"/> is empty unless the sentence names its subject.</summary>
    public static IReadOnlyList<Found<ReportingDuty>> Read(string sentence, ProgrammeYears? years)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return [];
    }
}
