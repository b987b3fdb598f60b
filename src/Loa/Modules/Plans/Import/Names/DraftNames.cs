using Loa.Documents.Vietnamese;
using Loa.Modules.Agencies;
using Loa.Modules.Plans.Import.Drafts;

namespace Loa.Modules.Plans.Import.Names;

/// <summary>An agency's name as the draft prints it, and what it means in the tree.</summary>
/// <param name="Uses">How many tasks name it.</param>
/// <param name="FirstItemId">Where it stands first.</param>
internal sealed record DraftName(string Text, AgencyMatch Match, int Uses, string FirstItemId);

/// <summary>All names of a draft, those that need a person first.</summary>
internal sealed class DraftNames
{
    private readonly IReadOnlyDictionary<string, AgencyMatch> _matches;

    public DraftNames(PlanDraft draft, IReadOnlyDictionary<string, AgencyMatch> matches)
    {
        _matches = matches;
        All = [.. Used(draft).GroupBy(use => Folding.Fold(use.Text), StringComparer.Ordinal)
            .Select(uses => new DraftName(uses.First().Text, matches[uses.First().Text], uses.Select(use => use.ItemId).Distinct().Count(), uses.First().ItemId))
            .OrderBy(name => Urgency(name.Match)).ThenByDescending(name => name.Uses)];
        Open = All.Count(name => !name.Match.IsResolved);
    }

    public IReadOnlyList<DraftName> All { get; }

    /// <summary>How many still need a person.</summary>
    public int Open { get; }

    /// <summary>Agencies here and below are given work; all others are asked for it.</summary>
    public string CommandedPath { get; init; } = "";

    public bool IsCommanded(AgencyRef agency) => agency.Path.StartsWith(CommandedPath, StringComparison.Ordinal);

    public AgencyMatch? Match(string text) => _matches.GetValueOrDefault(text);

    /// <summary>Names of tasks that will be issued; an agency of the text counts once its duty is a task.</summary>
    public static IEnumerable<(string Text, string ItemId)> Used(PlanDraft draft) =>
        draft.Tasks.Where(task => !task.Removed).SelectMany(task => task.Lead.Concat(task.Coordinating).Concat(task.Monitoring).Select(text => (text, task.Id)));

    private static int Urgency(AgencyMatch match) => match switch
    {
        { Kind: AgencyMatchKind.Unknown } => 0,
        { Kind: AgencyMatchKind.Ambiguous } => 1,
        { IsOpen: true } => 2,
        _ => 3,
    };
}
