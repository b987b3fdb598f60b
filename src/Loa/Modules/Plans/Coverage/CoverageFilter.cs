using Loa.Documents.Vietnamese;
using Loa.Platform.Search;
using Loa.Platform.Ui;

namespace Loa.Modules.Plans.Coverage;

/// <summary>What the list of agencies is narrowed to, and in which order it stands; the page and its spreadsheet ask alike.</summary>
internal sealed record CoverageFilter(string? Query, UptakeState? State, UptakeGroup? Group, UptakeWay? Way, Guid? WithoutTask)
{
    private const string ByState = "tinh-trang";
    private const string ByShare = "phu";
    private const int MostWords = 8;

    private static readonly Sorting<UptakeLine> Sorts = new Sorting<UptakeLine>(line => line.AgencyId, "ten")
        .By("ten", line => line.SortOrder).By("han", line => line.DueOn).By("ngay", line => line.TakenUpOn);

    public static TableSort SortOf(string? text) => TableSort.From(text, ByState, ByState, "ten", "han", "ngay", ByShare);

    public IQueryable<UptakeLine> Ordered(PlanCoverage coverage, Guid planId, bool all, string? sortText)
    {
        var lines = Filtered(coverage, planId, all);
        var sort = SortOf(sortText);
        return sort.Key switch
        {
            // What needs somebody first, the longest late before the rest.
            ByState when !sort.Descending => lines.OrderBy(line => line.State).ThenBy(line => line.DueOn).ThenBy(line => line.Level).ThenBy(line => line.SortOrder).ThenBy(line => line.AgencyId),
            ByState => lines.OrderByDescending(line => line.State).ThenBy(line => line.SortOrder).ThenBy(line => line.AgencyId),
            ByShare => coverage.ByShare(lines, planId, sort.Descending),
            _ => Sorts.Apply(lines, sort.ToString()),
        };
    }

    private IQueryable<UptakeLine> Filtered(PlanCoverage coverage, Guid planId, bool all)
    {
        var lines = coverage.Lines(planId, all);
        foreach (var word in Folding.Fold(Query ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            lines = lines.Where(line => line.SearchText.Contains(word));
        }

        if (State is { } state)
        {
            lines = lines.Where(line => line.State == state);
        }

        if (Way is { } way)
        {
            lines = lines.Where(line => line.Way == way);
        }

        lines = Group switch
        {
            UptakeGroup.Must => lines.Where(line => !line.IsOptional),
            UptakeGroup.Have => lines.Where(line => !line.IsOptional && line.Way != null),
            UptakeGroup.Owe => lines.Where(line => !line.IsOptional && line.Way == null),
            _ => lines,
        };
        return WithoutTask is { } taskId ? coverage.Without(lines, planId, taskId) : lines;
    }
}
