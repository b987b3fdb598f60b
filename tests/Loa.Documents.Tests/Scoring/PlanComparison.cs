using Loa.Documents.Plans;

namespace Loa.Documents.Tests.Scoring;

/// <summary>Compares what was read with what the document says.</summary>
internal static class PlanComparison
{
    public static PlanScore Compare(PlanContent expected, PlanContent found)
    {
        var score = new PlanScore();
        CompareHeading(score, expected.Document, found.Document);
        Keys(score, PlanScore.Bases, expected.LegalBases.Select(BasisKey), found.LegalBases.Select(BasisKey));
        CompareTasks(score, expected.Tasks, found.Tasks);
        Keys(score, PlanScore.Cadences, expected.Cadences.Select(CadenceKey), found.Cadences.Select(CadenceKey));
        Keys(score, PlanScore.DueDates, expected.Reporting.Select(DueKey), found.Reporting.Select(DueKey));
        Keys(score, PlanScore.Responsibilities, expected.Responsibilities.Select(ResponsibilityKey), found.Responsibilities.Select(ResponsibilityKey));
        Keys(score, PlanScore.Targets, expected.Targets.Select(TargetKey), found.Targets.Select(TargetKey));
        Keys(score, PlanScore.Forms, expected.Forms.Select(FormKey), found.Forms.Select(FormKey));
        Keys(score, PlanScore.Texts, Texts(expected), Texts(found));
        return score;
    }

    private static void CompareHeading(PlanScore score, PlanHeading expected, PlanHeading found)
    {
        var right = 0;
        var fields = HeadingFields(expected).Zip(HeadingFields(found)).ToList();
        foreach (var ((name, wanted), (_, got)) in fields)
        {
            if (Equals(wanted, got))
                right++;
            else
                score.Differ(name, wanted, got);
        }

        score.Add(PlanScore.Heading, Tally.Exact(right, fields.Count));
    }

    private static IEnumerable<(string Name, object? Value)> HeadingFields(PlanHeading heading) =>
    [
        ("kind", heading.Kind), ("promulgates", heading.Promulgates), ("parentIssuer", heading.ParentIssuer), ("issuer", heading.Issuer),
        ("reference", heading.Reference), ("number", heading.Number), ("symbol", heading.Symbol), ("place", heading.Place), ("date", heading.Date),
        ("subject", heading.Subject), ("year", heading.Year), ("yearTo", heading.YearTo), ("signer", heading.Signer),
        ("recipients", string.Join(" | ", heading.Recipients)),
    ];

    private static void CompareTasks(PlanScore score, IReadOnlyList<PlannedTask> expected, IReadOnlyList<PlannedTask> found)
    {
        var pairs = TaskMatching.Pair(expected, found);
        score.Add(PlanScore.Tasks, new(pairs.Count, expected.Count, found.Count));
        foreach (var missed in expected.Except(pairs.Select(p => p.Expected), ReferenceEqualityComparer.Instance).Cast<PlannedTask>())
            score.Differ("task", missed.Content, null);
        foreach (var surplus in found.Except(pairs.Select(p => p.Found), ReferenceEqualityComparer.Instance).Cast<PlannedTask>())
            score.Differ("task", null, surplus.Content);

        Field(PlanScore.Lead, t => string.Join(" | ", t.Lead));
        Field(PlanScore.Coordinating, t => string.Join(" | ", t.Coordinating));
        Field(PlanScore.Timeframes, t => t.Timeframe);
        Field(PlanScore.Grouping, t => (t.Origin, t.Annex, t.Group, t.Number));
        Field(PlanScore.Products, t => (t.Product, t.Detail));

        void Field(string measure, Func<PlannedTask, object?> field)
        {
            var right = 0;
            foreach (var (wanted, got) in pairs)
            {
                if (Equals(field(wanted), field(got)))
                    right++;
                else
                    score.Differ($"{measure} of «{wanted.Content}»", field(wanted), field(got));
            }

            score.Add(measure, Tally.Exact(right, pairs.Count));
        }
    }

    private static void Keys(PlanScore score, string measure, IEnumerable<string> expected, IEnumerable<string> found) =>
        score.Add(measure, Tally.OfKeys(expected, found, missed => score.Differ(measure, missed, null), surplus => score.Differ(measure, null, surplus)));

    private static IEnumerable<string> Texts(PlanContent plan) =>
    [
        .. plan.Purposes.Select(t => "purpose " + Bare(t)), .. plan.Requirements.Select(t => "requirement " + Bare(t)),
        .. plan.Audiences.Select(t => "audience " + Bare(t)), .. plan.Topics.Select(t => "topic " + Bare(t)),
        "budget " + Bare(plan.Budget), .. plan.ReportOutline.Select(o => $"outline {o.Number} {o.Title}: {string.Join(" | ", o.Paragraphs.Select(Bare))}"),
    ];

    private static string BasisKey(LegalBasis basis) => $"{basis.Kind} {basis.Reference} {basis.Date:O} {basis.Issuer} «{Bare(basis.Text)}»";

    private static string CadenceKey(Cadence cadence) =>
        $"{string.Join(" | ", cadence.Agencies)} {string.Join(',', cadence.Forms.Where(f => f != CommunicationForm.Other).Order())} {cadence.Count}/{cadence.Per} {cadence.MinMinutes}";

    private static string DueKey(ReportingDuty duty) => $"{string.Join(" | ", duty.By)} → {duty.To} ({duty.Via}) {duty.Period} {duty.Due:O} {duty.Every}";

    private static string ResponsibilityKey(Responsibility r) => $"{(r.Request ? "request " : "")}{r.Agency}: {string.Join(" | ", r.Duties.Select(Bare))}";

    private static string TargetKey(PlanTarget target) => $"{Bare(target.Text)} = {target.Comparison} {target.Value} {target.Unit}";

    private static string FormKey(FormOfCommunication form) => $"{Bare(form.Text)} = {string.Join(',', form.Codes.Order())}";

    /// <summary>A sentence without the list dash or label before it and the mark after it: the contract leaves both to the reader.</summary>
    private static string Bare(string? text) => (text ?? "").TrimStart('-', '+', ' ').TrimEnd('.', ';', ',', ' ');
}

/// <summary>Finds which task read is which task expected, by content.</summary>
internal static class TaskMatching
{
    private const double SameTask = 0.9;

    public static IReadOnlyList<(PlannedTask Expected, PlannedTask Found)> Pair(IReadOnlyList<PlannedTask> expected, IReadOnlyList<PlannedTask> found)
    {
        var rest = found.ToList();
        var pairs = new List<(PlannedTask, PlannedTask)>();
        foreach (var task in expected)
        {
            var best = rest.Select(candidate => (candidate, Likeness: Likeness(task.Content, candidate.Content)))
                .Where(c => c.Likeness >= SameTask).OrderByDescending(c => c.Likeness).ThenBy(c => c.candidate.Annex != task.Annex).ThenBy(c => c.candidate.Group != task.Group).FirstOrDefault();
            if (best.candidate is null)
                continue;
            rest.Remove(best.candidate);
            pairs.Add((task, best.candidate));
        }

        return pairs;
    }

    /// <summary>Share of common words (Dice), so that one wrong word in ten still matches.</summary>
    private static double Likeness(string left, string right)
    {
        if (left == right)
            return 1;
        var (a, b) = (Words(left), Words(right));
        var common = a.Count(word => b.Remove(word));
        return a.Count == 0 ? 0 : 2.0 * common / (a.Count + common + b.Count);
    }

    private static List<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split([' ', '.', ',', ';', ':', '(', ')'], StringSplitOptions.RemoveEmptyEntries)];
}
