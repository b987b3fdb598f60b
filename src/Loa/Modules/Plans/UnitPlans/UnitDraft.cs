using Loa.Documents.Vietnamese;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Modules.Plans.UnitPlans.Composing;

namespace Loa.Modules.Plans.UnitPlans;

/// <summary>What an officer ticked to take over from the plan above.</summary>
internal sealed record TakeOver
{
    public IReadOnlyCollection<Guid> Bases { get; init; } = [];
    public IReadOnlyCollection<Guid> Texts { get; init; } = [];
    public IReadOnlyCollection<Guid> Targets { get; init; } = [];
    public IReadOnlyCollection<Guid> Tasks { get; init; } = [];
    public IReadOnlyCollection<Guid> Cadences { get; init; } = [];
    public IReadOnlyCollection<Guid> Reporting { get; init; } = [];
}

/// <summary>The first draft of an agency's own plan. In such a draft a task without a lead is led by the agency itself.</summary>
internal static class UnitDraft
{
    public static PlanDraft Of(Plan parent, UnitHeading heading, IEnumerable<ParentClause> given, TakeOver taken)
    {
        var draft = new PlanDraft
        {
            Heading = new DraftHeading
            {
                Id = "h1",
                Kind = "Kế hoạch",
                ParentIssuer = heading.Superior,
                Issuer = heading.Issuer,
                Reference = "/" + heading.Symbol,
                Place = heading.Place,
                Subject = heading.Subject,
                Year = parent.Year,
                YearTo = parent.YearTo == parent.Year ? null : parent.YearTo,
                SignerAuthority = heading.Authority,
                SignerTitle = heading.Title,
                Recipients = [.. heading.Recipients],
            },
        };
        AddBases(draft, parent, taken);
        AddTexts(draft, parent, taken);
        foreach (var clause in given.Where(clause => taken.Tasks.Contains(clause.PlanTaskId)))
            draft.Tasks.Add(TaskOf(draft, clause));
        AddPromises(draft, parent, heading.Issuer, taken);
        return draft;
    }

    /// <summary>Adds tasks for clauses that the draft does not carry out; one that was removed comes back as it was.</summary>
    /// <returns>The last one touched; null when nothing was left to add.</returns>
    public static DraftTask? Cover(PlanDraft draft, IEnumerable<ParentClause> clauses)
    {
        DraftTask? last = null;
        foreach (var clause in clauses.Where(clause => !draft.Tasks.Exists(task => !task.Removed && task.ParentTaskId == clause.PlanTaskId)))
        {
            last = draft.Tasks.Find(task => task.ParentTaskId == clause.PlanTaskId);
            if (last is not null)
                DraftEditor.SetRemoved(draft, last.Id, removed: false);
            else
                draft.Tasks.Add(last = TaskOf(draft, clause));
        }

        return last;
    }

    /// <summary>The draft as it is issued: what nobody else leads is the agency's own, by the name that the tree knows.</summary>
    public static PlanDraft Owned(PlanDraft draft, string agencyName)
    {
        foreach (var task in draft.Tasks)
            task.Lead = task.Lead.Count == 0 ? [agencyName] : [.. task.Lead.Select(name => name == draft.Heading.Issuer ? agencyName : name)];
        return draft;
    }

    private static void AddBases(PlanDraft draft, Plan parent, TakeOver taken)
    {
        draft.Bases.AddRange(parent.Bases.Where(basis => taken.Bases.Contains(basis.PlanBasisId)).Select(basis => new DraftBasis
        {
            Id = draft.NextId('c'),
            Text = basis.Text,
            Kind = basis.Kind,
            Reference = basis.Reference,
            Date = basis.Date,
            Issuer = basis.Issuer,
        }));
        // The order of bases is that of their rank: the plan above comes after the laws it rests on itself.
        draft.Bases.Add(new DraftBasis { Id = draft.NextId('c'), Text = UnitHeading.BasisOn(parent), Kind = parent.Kind, Reference = parent.Reference, Date = parent.Date, Issuer = parent.Issuer });
    }

    private static void AddTexts(PlanDraft draft, Plan parent, TakeOver taken)
    {
        draft.Texts.AddRange(parent.Texts.Where(text => taken.Texts.Contains(text.PlanTextId)).Select(text => new DraftText { Id = draft.NextId('v'), Kind = text.Kind, Text = text.Text, Forms = [.. text.Forms] }));
        // What is counted is said once, by the plan that says it first.
        draft.Targets.AddRange(parent.Targets.Where(target => taken.Targets.Contains(target.TargetId)).Select(target => new DraftTarget
        {
            Id = draft.NextId('m'),
            Text = target.Text,
            Value = target.Value,
            Unit = target.Unit,
            Comparison = target.Comparison,
            DefinitionId = target.DefinitionId ?? target.TargetId,
        }));
    }

    private static void AddPromises(PlanDraft draft, Plan parent, string own, TakeOver taken)
    {
        draft.Cadences.AddRange(parent.Cadences.Where(cadence => taken.Cadences.Contains(cadence.PlanCadenceId)).Select(cadence => new DraftCadence
        {
            Id = draft.NextId('d'),
            Text = cadence.Text,
            Agencies = [own],
            Forms = [.. cadence.Forms],
            Count = cadence.Count,
            Per = cadence.Per is { } per ? CalendarInterval.Parse(per) : null,
            MinMinutes = cadence.MinMinutes,
        }));
        draft.Reporting.AddRange(parent.Reporting.Where(duty => taken.Reporting.Contains(duty.PlanReportingId)).Select(duty => new DraftReporting
        {
            Id = draft.NextId('b'),
            Text = duty.Text,
            By = [own],
            To = duty.To,
            Via = duty.Via,
            Period = duty.Period,
            Due = duty.Due,
            Every = duty.Every is { } every ? CalendarInterval.Parse(every) : null,
        }));
    }

    private static DraftTask TaskOf(PlanDraft draft, ParentClause clause) => new()
    {
        Id = draft.NextId('t'),
        Group = clause.Group,
        // What another body leads is helped with, not done in its place.
        Content = clause.Role == AssignmentRole.Coordinating ? $"Phối hợp thực hiện: {clause.Content}" : clause.Content,
        Product = clause.Product,
        When = clause.When,
        Kind = clause.Kind,
        From = clause.From,
        To = clause.DueOn,
        Every = clause.Every is { } every ? CalendarInterval.Parse(every) : null,
        ParentTaskId = clause.PlanTaskId,
    };
}
