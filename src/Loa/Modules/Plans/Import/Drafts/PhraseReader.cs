using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;
using AgencyGrammar = Loa.Documents.Vietnamese.Agencies;

namespace Loa.Modules.Plans.Import.Drafts;

/// <summary>What a person typed, read by the same grammars that read the document.</summary>
internal static class PhraseReader
{
    /// <summary>Reads the phrase again when it changed. Dates typed in the same form win: they say what the phrase does not.</summary>
    public static void Refresh(DraftTask task, ProgrammeYears? years, IReadOnlyCollection<string> changed)
    {
        if (changed.Any(field => field is "when" or "from" or "to"))
            task.Suggested = false;
        if (changed.Contains("when"))
            Refresh(task, years, keepFrom: changed.Contains("from"), keepTo: changed.Contains("to"));
        else if ((changed.Contains("from") || changed.Contains("to")) && task.Kind is null or TimeframeKind.Text or TimeframeKind.Conditional)
            task.Kind = task.From is not null ? TimeframeKind.Period : task.To is not null ? TimeframeKind.Deadline : task.Kind;
    }

    /// <summary>The programme years changed: phrases without a year mean other dates now. What a person dated by hand stays.</summary>
    public static void RefreshAll(PlanDraft draft)
    {
        foreach (var task in draft.Tasks.Where(task => task.When is not null && (task.Suggested || !task.Edited)))
            Refresh(task, draft.Years, keepFrom: false, keepTo: false);
    }

    /// <summary>A task made of a duty has no cell for its time, but the sentence often names one: "trước ngày …", "hằng quý".</summary>
    public static void Suggest(DraftTask task, ProgrammeYears? years)
    {
        if (task.When is not null || task.Content is null || ProseTimeframes.Find(task.Content, years) is not { } found)
            return;
        (task.When, task.Kind, task.From, task.To, task.Every, task.Suggested) = (found.Text, found.Kind, found.From, found.To, found.Every, true);
    }

    public static List<string> Agencies(string text) =>
        [.. AgencyGrammar.ReadList(text).Select(entry => entry.Name).Distinct(StringComparer.Ordinal)];

    private static void Refresh(DraftTask task, ProgrammeYears? years, bool keepFrom, bool keepTo)
    {
        var timeframe = task.When is null ? null : Timeframes.Read(task.When, years).Timeframe;
        task.Kind = timeframe?.Kind;
        task.Every = timeframe?.Every;
        task.From = keepFrom ? task.From : timeframe?.From;
        task.To = keepTo ? task.To : timeframe?.To;
    }
}
