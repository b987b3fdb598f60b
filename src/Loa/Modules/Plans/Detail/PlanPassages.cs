using Loa.Modules.Plans.Document;

namespace Loa.Modules.Plans.Detail;

/// <summary>The passages of an issued plan, from the rows themselves.</summary>
internal static class PlanPassages
{
    public static IEnumerable<Passage> Of(Plan plan) =>
        plan.Tasks.SelectMany(t => Of(Task(t), "task", t.Spans))
            .Concat(plan.Bases.SelectMany(b => Of(Part("c", b.Ordinal), "basis", b.Spans)))
            .Concat(plan.Targets.SelectMany(t => Of(Part("m", t.Ordinal), "target", t.Spans)))
            .Concat(plan.Cadences.SelectMany(c => Of(Part("d", c.Ordinal), "cadence", c.Spans)))
            .Concat(plan.Reporting.SelectMany(r => Of(Part("b", r.Ordinal), "report", r.Spans)))
            .Concat(plan.Texts.SelectMany(t => Of(Part("v", t.Ordinal), "text", t.Spans)))
            .Concat(plan.Responsibilities.SelectMany(r => r.Duties.SelectMany(d => Of(Duty(r, d), "duty", d.Spans))));

    public static string Task(PlanTask task) => Part("t", task.Ordinal);

    public static string Duty(PlanResponsibility responsibility, PlanDuty duty) => Part("n", responsibility.Ordinal) + "-" + Part("", duty.Ordinal);

    /// <summary>Ids on the plan's page; ordinals do not change after issue.</summary>
    public static string Part(string prefix, int ordinal) => prefix + ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<Passage> Of(string id, string kind, string spans) => PlanSpans.Read(spans).Select(span => new Passage(id, kind, span));
}
