using Loa.Data;
using Loa.Modules.Plans;
using Loa.Platform.Figures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports;

/// <summary>Something in the definition of a figure that cannot be computed.</summary>
/// <param name="Field">The property of <see cref="OutlineFigure"/> to change.</param>
internal sealed record FigureFlaw(string Field, string Message);

/// <summary>Looks over the figures of an outline: each has its source, and none is computed from itself.</summary>
internal sealed class OutlineChecks(LoaDbContext db, ReportPrefiller prefiller, IStringLocalizer words)
{
    /// <summary>What keeps the outline from being put to use, as sentences.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(ReportOutline outline, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        if (outline.Sections.Count == 0)
        {
            problems.Add(words["Đề cương cần ít nhất một mục."]);
        }

        var targets = await TargetsAsync(outline, cancellationToken);
        foreach (var figure in outline.Figures.OrderBy(figure => figure.Ordinal))
        {
            problems.AddRange(Find(outline, figure, targets).Select(flaw => words["Số liệu “{0}”: {1}", figure.Name, flaw.Message].Value));
        }

        return problems;
    }

    /// <param name="figure">One of the outline's.</param>
    public async Task<IReadOnlyList<FigureFlaw>> FindAsync(ReportOutline outline, OutlineFigure figure, CancellationToken cancellationToken) =>
        [.. Find(outline, figure, await TargetsAsync(outline, cancellationToken))];

    /// <summary>A share is never the sum of shares, and what has no denominator is no share.</summary>
    public static void Settle(OutlineFigure figure, IFigure? source)
    {
        figure.IsShare = figure.OverId is not null || (figure.Origin switch { FigureOrigin.Data => source?.IsShare == true, FigureOrigin.ByHand => figure.IsShare, _ => false });
        figure.RollUp = (figure.RollUp, figure.IsShare) switch { (RollUpRule.Sum, true) => RollUpRule.RatioOfSums, (RollUpRule.RatioOfSums, false) => RollUpRule.Sum, _ => figure.RollUp };
    }

    /// <summary>Figures that stay and are computed from one of those taken away.</summary>
    public static IReadOnlyList<OutlineFigure> UsersOf(ReportOutline outline, IReadOnlyCollection<OutlineFigure> removed)
    {
        var ids = removed.Select(figure => figure.FigureId).ToHashSet();
        return [.. outline.Figures.Where(figure => !ids.Contains(figure.FigureId) && (figure.Parts.Exists(ids.Contains) || (figure.OverId is { } over && ids.Contains(over))))];
    }

    /// <summary>The figure follows from itself through its parts and denominators.</summary>
    public static bool IsCircular(IEnumerable<OutlineFigure> figures, OutlineFigure figure)
    {
        var all = figures.ToDictionary(other => other.FigureId);
        var seen = new HashSet<Guid>();
        var open = new Stack<Guid>(Uses(figure));
        while (open.TryPop(out var id))
        {
            if (id == figure.FigureId)
            {
                return true;
            }

            if (seen.Add(id) && all.TryGetValue(id, out var other))
            {
                foreach (var used in Uses(other))
                {
                    open.Push(used);
                }
            }
        }

        return false;
    }

    private static IEnumerable<Guid> Uses(OutlineFigure figure) => figure.OverId is { } over ? figure.Parts.Append(over) : figure.Parts;

    private IEnumerable<FigureFlaw> Find(ReportOutline outline, OutlineFigure figure, HashSet<Guid> targets)
    {
        var source = figure.Origin == FigureOrigin.Data ? prefiller.Find(figure.Source) : null;
        if (figure.Origin == FigureOrigin.Data && source is null)
        {
            yield return new FigureFlaw(nameof(OutlineFigure.Source), words["Hãy chọn một nguồn số liệu trong danh sách."]);
        }

        if (source is { AsksTarget: true } && (figure.TargetId is not { } target || !targets.Contains(target)))
        {
            yield return new FigureFlaw(nameof(OutlineFigure.TargetId), outline.PlanId is null ? words["Hãy chọn kế hoạch cho đề cương rồi chọn chỉ tiêu."] : words["Hãy chọn một chỉ tiêu của kế hoạch."]);
        }

        if (figure.Origin == FigureOrigin.Parts && figure.Parts.Count == 0)
        {
            yield return new FigureFlaw(nameof(OutlineFigure.Parts), words["Hãy chọn các số được cộng."]);
        }

        if (figure.Parts.Count > OutlineFigure.PartsMost)
        {
            yield return new FigureFlaw(nameof(OutlineFigure.Parts), words["Nhiều nhất {0} số thành phần.", OutlineFigure.PartsMost]);
        }

        if (figure.OverId is not null && source is { IsShare: true })
        {
            yield return new FigureFlaw(nameof(OutlineFigure.OverId), words["Nguồn số liệu này đã có mẫu số; hãy bỏ mẫu số ở đây."]);
        }

        if (figure.Parts.Exists(part => !outline.Figures.Exists(other => other.FigureId == part)))
        {
            yield return new FigureFlaw(nameof(OutlineFigure.Parts), words["Có số thành phần không còn trong đề cương; hãy chọn lại."]);
        }

        if (figure.OverId is { } over && !outline.Figures.Exists(other => other.FigureId == over))
        {
            yield return new FigureFlaw(nameof(OutlineFigure.OverId), words["Mẫu số không còn trong đề cương; hãy chọn lại."]);
        }

        if (IsCircular(outline.Figures, figure))
        {
            yield return new FigureFlaw(figure.Parts.Count > 0 ? nameof(OutlineFigure.Parts) : nameof(OutlineFigure.OverId), words["Số này đang được tính từ chính nó, qua số thành phần hoặc mẫu số; hãy bỏ bớt."]);
        }
    }

    private async Task<HashSet<Guid>> TargetsAsync(ReportOutline outline, CancellationToken cancellationToken) =>
        outline.PlanId is { } plan ? [.. await db.Set<Target>().Where(target => target.PlanId == plan).Select(target => target.TargetId).ToListAsync(cancellationToken)] : [];
}
