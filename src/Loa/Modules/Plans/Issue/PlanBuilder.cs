using Loa.Modules.Plans.Import;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Modules.Plans.Import.Names;
using Loa.Modules.Plans.Import.Reading;

namespace Loa.Modules.Plans.Issue;

/// <summary>Draft → plan. What was removed stays behind; every part takes its passages with it.</summary>
internal sealed class PlanBuilder
{
    private readonly PlanDraft _draft;
    private readonly StoredReading _reading;
    private readonly DraftNames _names;
    private readonly Plan _plan;
    private readonly Dictionary<string, Guid> _taskIds = new(StringComparer.Ordinal);

    private PlanBuilder(PlanImport import, PlanDraft draft, StoredReading reading, DraftNames names)
    {
        (_draft, _reading, _names) = (draft, reading, names);
        var heading = draft.Heading;
        _plan = new Plan
        {
            PlanId = Guid.CreateVersion7(),
            OwnerAgencyId = import.OwnerAgencyId,
            PlanImportId = import.PlanImportId,
            FileId = import.FileId,
            ParentPlanId = import.ParentPlanId,
            Status = PlanStatus.Issued,
            Kind = Fit(heading.Kind, Plan.WordMaxLength),
            Promulgates = Fit(heading.Promulgates, Plan.WordMaxLength),
            ParentIssuer = Fit(heading.ParentIssuer, Plan.IssuerMaxLength),
            Issuer = Fit(heading.Issuer, Plan.IssuerMaxLength),
            Reference = Fit(heading.Reference, Plan.ReferenceMaxLength),
            ReferenceKey = PlanReference.Key(Fit(heading.Reference, Plan.ReferenceMaxLength)),
            Place = Fit(heading.Place, Plan.NameMaxLength),
            Date = heading.Date,
            Subject = Fit(heading.Subject, Plan.SubjectMaxLength) ?? "",
            Year = heading.Year,
            YearTo = heading.YearTo ?? heading.Year,
            SignerAuthority = Fit(heading.SignerAuthority, Plan.NameMaxLength),
            SignerCapacity = Fit(heading.SignerCapacity, Plan.NameMaxLength),
            SignerTitle = Fit(heading.SignerTitle, Plan.NameMaxLength),
            SignerName = Fit(heading.SignerName, Plan.NameMaxLength),
            Recipients = [.. heading.Recipients],
            Budget = heading.Budget,
            FromScan = import.FromScan,
        };
    }

    public static Plan Build(PlanImport import, PlanDraft draft, StoredReading reading, DraftNames names)
    {
        var builder = new PlanBuilder(import, draft, reading, names);
        builder.AddTasks();
        builder.AddParts();
        builder.AddResponsibilities();
        builder._plan.TaskCount = builder._plan.Tasks.Count;
        builder._plan.AgencyCount = builder._plan.Tasks.SelectMany(task => task.Assignments).Select(a => a.AgencyId).Distinct().Count();
        builder._plan.RefreshSearchText();
        return builder._plan;
    }

    private void AddTasks()
    {
        foreach (var (item, ordinal) in Kept(_draft.Tasks, task => task.Content))
        {
            var task = TaskBuilder.Build(_plan.PlanId, _plan.YearTo, item, ordinal, _names, SpansUnder);
            _taskIds[item.Id] = task.PlanTaskId;
            _plan.Tasks.Add(task);
        }
    }

    private void AddParts()
    {
        _plan.Bases.AddRange(Kept(_draft.Bases, basis => basis.Text).Select(kept => new PlanBasis
        {
            PlanBasisId = Guid.CreateVersion7(),
            PlanId = _plan.PlanId,
            Ordinal = kept.Ordinal,
            Text = Fit(kept.Item.Text, PlanBasis.TextMaxLength)!,
            Kind = Fit(kept.Item.Kind, Plan.WordMaxLength),
            Reference = Fit(kept.Item.Reference, Plan.ReferenceMaxLength),
            ReferenceKey = PlanReference.Key(Fit(kept.Item.Reference, Plan.ReferenceMaxLength)),
            Date = kept.Item.Date,
            Issuer = Fit(kept.Item.Issuer, Plan.IssuerMaxLength),
            Spans = SpansUnder(kept.Item.Pointer),
        }));
        _plan.Texts.AddRange(Kept(_draft.Texts, text => text.Text).Select(kept => new PlanText
        {
            PlanTextId = Guid.CreateVersion7(),
            PlanId = _plan.PlanId,
            Ordinal = kept.Ordinal,
            Kind = kept.Item.Kind,
            Text = kept.Item.Text!,
            Forms = [.. kept.Item.Forms],
            Spans = SpansUnder(kept.Item.Pointer),
        }));
        _plan.Targets.AddRange(Kept(_draft.Targets, target => target.Text).Select(kept => new Target
        {
            TargetId = Guid.CreateVersion7(),
            PlanId = _plan.PlanId,
            Ordinal = kept.Ordinal,
            Text = kept.Item.Text!,
            Value = kept.Item.Value,
            Unit = Fit(kept.Item.Unit, Target.UnitMaxLength),
            Comparison = kept.Item.Comparison,
            DefinitionId = kept.Item.DefinitionId,
            Numerator = Fit(kept.Item.Numerator, Target.DefinitionMaxLength),
            Denominator = Fit(kept.Item.Denominator, Target.DefinitionMaxLength),
            Spans = SpansUnder(kept.Item.Pointer),
        }));
        _plan.Cadences.AddRange(Kept(_draft.Cadences, cadence => cadence.Text).Select(kept => new PlanCadence
        {
            PlanCadenceId = Guid.CreateVersion7(),
            PlanId = _plan.PlanId,
            Ordinal = kept.Ordinal,
            Text = kept.Item.Text!,
            Agencies = [.. kept.Item.Agencies],
            Forms = [.. kept.Item.Forms],
            Count = kept.Item.Count,
            Per = kept.Item.Per?.ToString(),
            MinMinutes = kept.Item.MinMinutes,
            Spans = SpansUnder(kept.Item.Pointer),
        }));
        _plan.Reporting.AddRange(Kept(_draft.Reporting, duty => duty.Text).Select(kept => new PlanReporting
        {
            PlanReportingId = Guid.CreateVersion7(),
            PlanId = _plan.PlanId,
            Ordinal = kept.Ordinal,
            Text = kept.Item.Text!,
            By = [.. kept.Item.By],
            To = Fit(kept.Item.To, Plan.NameMaxLength),
            Via = Fit(kept.Item.Via, Plan.NameMaxLength),
            Period = kept.Item.Period,
            Due = kept.Item.Due,
            Every = kept.Item.Every?.ToString(),
            Spans = SpansUnder(kept.Item.Pointer),
        }));
    }

    private void AddResponsibilities()
    {
        foreach (var (item, ordinal) in Kept(_draft.Responsibilities, r => r.Agency))
        {
            var responsibility = new PlanResponsibility
            {
                PlanResponsibilityId = Guid.CreateVersion7(),
                PlanId = _plan.PlanId,
                Ordinal = ordinal,
                Agency = Fit(item.Agency, PlanResponsibility.AgencyMaxLength)!,
                IsRequest = item.Request,
            };
            responsibility.Duties.AddRange(Kept(item.Duties, duty => duty.Text).Select(kept => new PlanDuty
            {
                PlanDutyId = Guid.CreateVersion7(),
                PlanResponsibilityId = responsibility.PlanResponsibilityId,
                Ordinal = kept.Ordinal,
                Text = kept.Item.Text!,
                PlanTaskId = kept.Item.TaskId is { } taskId && _taskIds.TryGetValue(taskId, out var id) ? id : null,
                Spans = SpansUnder(kept.Item.Pointer),
            }));
            _plan.Responsibilities.Add(responsibility);
        }
    }

    private string SpansUnder(string? pointer) => PlanSpans.Write(_reading.SpansUnder(pointer));

    /// <summary>What was not removed and says something, numbered in order.</summary>
    private static IEnumerable<(T Item, int Ordinal)> Kept<T>(IEnumerable<T> items, Func<T, string?> text)
        where T : DraftItem =>
        items.Where(item => !item.Removed && !string.IsNullOrWhiteSpace(text(item))).Select((item, index) => (item, index + 1));

    internal static string? Fit(string? text, int length) => text?.Length > length ? text[..length] : text;
}
