using System.Globalization;
using Loa.Documents.Blocks;
using Loa.Documents.Plans;
using Loa.Documents.Tests.Support;

namespace Loa.Documents.Tests.Samples;

/// <summary>The five real plans in every format against facts judged from the contract before the reader existed.</summary>
public sealed class SampleExpectationTests
{
    public static TheoryData<string, string> Files()
    {
        var files = new TheoryData<string, string>();
        foreach (var facts in SampleFacts.All)
        {
            foreach (var format in (string[])["docx", "pdf", "txt"])
                files.Add(facts.Name, format);
        }

        return files;
    }

    [SampleTheory]
    [MemberData(nameof(Files))]
    public void Heading_OfASample_IsAsPrinted(string name, string format)
    {
        var (facts, plan) = Read(name, format);
        var expected = format == "txt" ? facts.InText(facts.Heading) : facts.Heading;
        var heading = plan.Document;

        heading.Recipients.Count.ShouldBe(facts.Recipients, string.Join(" | ", heading.Recipients));
        var found = heading with { Recipients = [], Signer = heading.Signer is { } s ? s with { Name = Initials(s.Name) } : null };
        if (expected.Issuer is null)
            found = found with { Issuer = null };
        (found with { Recipients = expected.Recipients }).ShouldBe(expected);
    }

    [SampleTheory]
    [MemberData(nameof(Files))]
    public void LegalBases_OfASample_AreExactlyThoseOfThePreamble(string name, string format)
    {
        var (facts, plan) = Read(name, format);

        plan.LegalBases.Select(b => $"{b.Reference} {b.Date:yyyy-MM-dd}").ShouldBe(facts.Bases);
    }

    [SampleTheory]
    [MemberData(nameof(Files))]
    public void Body_OfASample_HasItsListsWhole(string name, string format)
    {
        var (facts, plan) = Read(name, format);

        if (facts.Purposes > 0)
            plan.Purposes.Count.ShouldBe(facts.Purposes);
        plan.Requirements.Count.ShouldBe(facts.Requirements);
        plan.Topics.Count.ShouldBe(facts.Topics);
        (plan.Budget?.Split('\n').Length ?? 0).ShouldBe(facts.BudgetParagraphs);
        plan.ReportOutline.Select(o => o.Number).ShouldBe(facts.Outline);
        plan.Unread.ShouldBeEmpty();
    }

    [SampleTheory]
    [MemberData(nameof(Files))]
    public void Tasks_OfASample_AreTheRowsOfItsAnnexOrItsDuties(string name, string format)
    {
        var (facts, plan) = Read(name, format);

        plan.Tasks.Count.ShouldBe(facts.Tasks, string.Join('\n', plan.Tasks.Select(t => $"{string.Join(" | ", t.Lead)}: {t.Content}")));
        plan.Tasks.ShouldAllBe(t => t.Origin == facts.Origin);
        facts.Duties.ShouldBeSubsetOf(plan.Responsibilities.Select(r => $"{(r.Request ? "request " : "")}{r.Agency} {r.Duties.Count}"));
        var rows = name.StartsWith("nghean", StringComparison.Ordinal) ? SampleTaskFacts.NgheAn : name.StartsWith("laichau", StringComparison.Ordinal) ? SampleTaskFacts.LaiChau : null;
        if (rows is not null)
            plan.Tasks.Select(Row).ShouldBe(rows);
    }

    [SampleTheory]
    [MemberData(nameof(Files))]
    public void CadencesAndReports_OfASample_AreItsPromisesWithNumbers(string name, string format)
    {
        var (facts, plan) = Read(name, format);

        plan.Cadences.Select(c => $"{c.Count}/{c.Per} {c.MinMinutes}".Trim()).Order().ShouldBe(facts.Cadences.Order());
        plan.Reporting.Select(r => (r.Period, r.Due?.ToString("O", CultureInfo.InvariantCulture))).ShouldBe(facts.Reporting);
    }

    private static string Row(PlannedTask task) =>
        $"{task.Number}: {string.Join(" | ", task.Lead)} → {string.Join(" | ", task.Coordinating)} @ {task.Timeframe?.Kind.ToString().ToLowerInvariant()} {task.Timeframe?.From:O}…{task.Timeframe?.To:O} {task.Timeframe?.Every}".TrimEnd();

    private static string? Initials(string? name) => name is null ? null : string.Concat(name.Split(' ').Select(word => word[0]));

    private static (SampleFacts Facts, PlanContent Plan) Read(string name, string format) =>
        (SampleFacts.All.Single(f => f.Name == name), PlanReader.Read(SourceReader.Read(SharedPlans.PathOf($"{name}.{format}"))).Content);
}

/// <summary>A theory over the sample plans; skipped with the reason where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SampleTheoryAttribute : TheoryAttribute
{
    public SampleTheoryAttribute() => Skip = SharedPlans.Folder is null ? SharedPlans.Absent : null;
}
