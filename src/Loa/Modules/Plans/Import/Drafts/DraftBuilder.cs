using Loa.Documents.Plans;

namespace Loa.Modules.Plans.Import.Drafts;

/// <summary>Copies a reading into a draft. Each item keeps the JSON pointer it came from, which leads to its passages.</summary>
internal sealed class DraftBuilder
{
    private readonly PlanDraft _draft = new();

    private DraftBuilder()
    {
    }

    public static PlanDraft Build(PlanContent content)
    {
        var builder = new DraftBuilder();
        builder.AddHeading(content);
        builder.AddTexts(content);
        builder.AddItems(content);
        builder.AddResponsibilities(content.Responsibilities);
        builder.LinkDutiesThatAreTasks();
        return builder._draft;
    }

    private void AddHeading(PlanContent content)
    {
        var document = content.Document;
        _draft.Heading = new DraftHeading
        {
            Id = "h1",
            Pointer = "/document",
            Kind = document.Kind,
            Promulgates = document.Promulgates,
            ParentIssuer = document.ParentIssuer,
            Issuer = document.Issuer,
            Reference = document.Reference,
            Place = document.Place,
            Date = document.Date,
            Subject = document.Subject,
            Year = document.Year,
            YearTo = document.YearTo,
            SignerAuthority = document.Signer?.Authority,
            SignerCapacity = document.Signer?.Capacity,
            SignerTitle = document.Signer?.Title,
            SignerName = document.Signer?.Name,
            Recipients = [.. document.Recipients],
            Budget = content.Budget,
        };
    }

    private void AddTexts(PlanContent content)
    {
        AddTexts("purposes", PlanTextKind.Purpose, content.Purposes);
        AddTexts("requirements", PlanTextKind.Requirement, content.Requirements);
        AddTexts("audiences", PlanTextKind.Audience, content.Audiences);
        AddTexts("topics", PlanTextKind.Topic, content.Topics);
        _draft.Texts.AddRange(content.Forms.Select((form, i) => new DraftText
        {
            Id = _draft.NextId('v'),
            Pointer = $"/forms/{i}",
            Kind = PlanTextKind.Form,
            Text = form.Text,
            Forms = [.. form.Codes],
        }));
    }

    private void AddTexts(string property, PlanTextKind kind, IReadOnlyList<string> texts) =>
        _draft.Texts.AddRange(texts.Select((text, i) => new DraftText { Id = _draft.NextId('v'), Pointer = $"/{property}/{i}", Kind = kind, Text = text }));

    private void AddItems(PlanContent content)
    {
        _draft.Bases.AddRange(content.LegalBases.Select((basis, i) => new DraftBasis
        {
            Id = _draft.NextId('c'),
            Pointer = $"/legalBases/{i}",
            Text = basis.Text,
            Kind = basis.Kind,
            Reference = basis.Reference,
            Date = basis.Date,
            Issuer = basis.Issuer,
        }));
        _draft.Targets.AddRange(content.Targets.Select((target, i) => new DraftTarget
        {
            Id = _draft.NextId('m'),
            Pointer = $"/targets/{i}",
            Text = target.Text,
            Value = target.Value,
            Unit = target.Unit,
            Comparison = target.Comparison,
        }));
        _draft.Tasks.AddRange(content.Tasks.Select((task, i) => TaskOf(task, i, content)));
        _draft.Cadences.AddRange(content.Cadences.Select((cadence, i) => new DraftCadence
        {
            Id = _draft.NextId('d'),
            Pointer = $"/cadences/{i}",
            Text = cadence.Text,
            Agencies = [.. cadence.Agencies],
            Forms = [.. cadence.Forms],
            Count = cadence.Count,
            Per = cadence.Per,
            MinMinutes = cadence.MinMinutes,
        }));
        _draft.Reporting.AddRange(content.Reporting.Select((duty, i) => new DraftReporting
        {
            Id = _draft.NextId('b'),
            Pointer = $"/reporting/{i}",
            Text = duty.Text,
            By = [.. duty.By],
            To = duty.To,
            Via = duty.Via,
            Period = duty.Period,
            Due = duty.Due,
            Every = duty.Every,
        }));
        _draft.Unread.AddRange(content.Unread.Select((item, i) => new DraftUnread
        {
            Id = _draft.NextId('u'),
            Pointer = $"/unread/{i}",
            Text = item.Text,
            Why = item.Why,
        }));
    }

    private DraftTask TaskOf(PlannedTask task, int index, PlanContent content) => new()
    {
        Id = _draft.NextId('t'),
        Pointer = $"/tasks/{index}",
        Origin = task.Origin,
        Annex = task.Annex,
        Group = task.Group,
        Number = task.Number,
        Content = task.Content,
        Detail = task.Detail,
        Lead = [.. task.Lead],
        Coordinating = [.. task.Coordinating],
        Product = task.Product,
        When = task.Timeframe?.Text,
        Kind = task.Timeframe?.Kind,
        From = task.Timeframe?.From,
        To = task.Timeframe?.To,
        Every = task.Timeframe?.Every,
        // A plan without an annex makes every duty a task; those of a request stay requests.
        Request = task.Origin == TaskOrigin.Text && content.Responsibilities.Any(r => r.Request && r.Agency == task.Group && r.Duties.Contains(task.Content, StringComparer.Ordinal)),
    };

    private void AddResponsibilities(IReadOnlyList<Responsibility> responsibilities) =>
        _draft.Responsibilities.AddRange(responsibilities.Select((responsibility, i) => new DraftResponsibility
        {
            Id = _draft.NextId('r'),
            Pointer = $"/responsibilities/{i}",
            Agency = responsibility.Agency,
            Request = responsibility.Request,
            Duties = [.. responsibility.Duties.Select((text, j) => new DraftDuty { Id = _draft.NextId('n'), Pointer = $"/responsibilities/{i}/duties/{j}", Text = text })],
        }));

    private void LinkDutiesThatAreTasks()
    {
        foreach (var task in _draft.Tasks.Where(task => task.Origin == TaskOrigin.Text))
        {
            var duty = _draft.Responsibilities.Where(r => r.Agency == task.Group).SelectMany(r => r.Duties)
                .FirstOrDefault(d => d.TaskId is null && d.Text == task.Content);
            if (duty is null)
                continue;
            duty.TaskId = task.Id;
            task.DutyId = duty.Id;
            PhraseReader.Suggest(task, _draft.Years);
        }
    }
}
