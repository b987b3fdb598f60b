using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Cadences.Targets;

internal sealed record TargetAgency(Guid AgencyId, string Name);

internal sealed record SaidValue(DateOnly AsOf, decimal Numerator, decimal? Denominator, MeasureSource Source, string? Note, DateTime At, string? By)
{
    public TargetFigure Figure => new(Numerator, Denominator, AsOf);
}

/// <summary>One target: what is reached in all and by each agency, how it came about over time, and the acts: the issuer says how it is measured, agencies enter their values.</summary>
internal sealed class TargetModel(LoaDbContext db, TargetReading reading, TargetDesk desk, AgencyOptions options, AgencyScope scope, Calendar calendar, CurrentUser user, AuditScope audit, IStringLocalizer words) : PageModel
{
    /// <summary>Days of the trend, the latest.</summary>
    private const int TrendDays = 12;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid TargetId { get; set; }

    /// <summary>The agency whose history is looked at.</summary>
    [BindProperty(Name = "co-quan", SupportsGet = true)]
    public Guid? HistoryOf { get; set; }

    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    [BindProperty]
    public MeasureInput Input { get; set; } = new();

    [BindProperty]
    public Guid? AgencyId { get; set; }

    [BindProperty]
    public DateOnly? AsOf { get; set; }

    [BindProperty]
    public string? Numerator { get; set; }

    [BindProperty]
    public string? Denominator { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public Plan Plan { get; private set; } = null!;

    public Target Target { get; private set; } = null!;

    public Target? Definition { get; private set; }

    public TargetMeasure Measure { get; private set; } = null!;

    public bool IsIssuer { get; private set; }

    public bool MayEnter => user.Has(Permissions.ActivitiesLog) && Plan.Status == PlanStatus.Issued && (Measure.Source == MeasureSource.Manual || Measure.Base == BaseSource.Manual);

    public TargetFigure? Total { get; private set; }

    public Page<TargetAgency> Agencies { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, TargetFigure> Figures { get; private set; } = new Dictionary<Guid, TargetFigure>();

    /// <summary>The sum over all agencies as it was known of each day, the latest last.</summary>
    public IReadOnlyList<TargetFigure> Trend { get; private set; } = [];

    public string? HistoryName { get; private set; }

    public IReadOnlyList<SaidValue> History { get; private set; } = [];

    public IReadOnlyList<PickerOption> Choices { get; private set; } = [];

    public IReadOnlyList<PlanText> Topics { get; private set; } = [];

    public IReadOnlyList<Target> Others { get; private set; } = [];

    public (DateOnly From, DateOnly To) Span => CadenceMaker.Span(Plan);

    public IEnumerable<SelectListItem> SourceItems => Enum.GetValues<MeasureSource>().Select(source => new SelectListItem(words[TargetWords.Of(source)], source.ToString()));

    public IEnumerable<SelectListItem> SumItems => Enum.GetValues<ActivityMeasure>().Select(sum => new SelectListItem(words[TargetWords.Of(sum)], sum.ToString()));

    public IEnumerable<SelectListItem> BaseItems => Enum.GetValues<BaseSource>().Select(source => new SelectListItem(words[TargetWords.Of(source)], source.ToString()));

    public IEnumerable<SelectListItem> FigureItems => reading.Sources.Select(source => new SelectListItem(words[source.Title], source.Key)).Prepend(new SelectListItem("", ""));

    public IEnumerable<SelectListItem> OtherItems => Others.Select(other => new SelectListItem(other.Text.Length > 100 ? other.Text[..100] + "…" : other.Text, other.TargetId.ToString())).Prepend(new SelectListItem("", ""));

    public IEnumerable<SelectListItem> IntegratedItems => [new(words["Riêng và lồng ghép"], ""), new(words["Riêng"], "false"), new(words["Lồng ghép"], "true")];

    public string Formula => TargetWords.Formula(words, Measure, reading.Sources);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        Input = MeasureInput.Of(Measure);
        (AgencyId, AsOf) = (AgencyId ?? user.AgencyId, AsOf ?? calendar.VietnamToday);
        return await PageAsync();
    }

    public async Task<IActionResult> OnPostMeasureAsync()
    {
        if (!await FindAsync() || !IsIssuer || Plan.Status != PlanStatus.Issued)
        {
            return NotFound();
        }

        foreach (var (field, problem) in Input.Problems([.. reading.Sources.Select(source => source.Key)], [.. Others.Select(other => other.TargetId)]))
        {
            ModelState.TryAddModelError($"{nameof(Input)}.{field}", words[problem]);
        }

        if (ModelState.IsValid)
        {
            audit.Describe("Sửa cách lấy số liệu chỉ tiêu");
            var cancellation = HttpContext.RequestAborted;
            var measure = await db.Set<TargetMeasure>().FirstOrDefaultAsync(known => known.TargetId == TargetId, cancellation);
            if (measure is null)
            {
                db.Add(measure = TargetReading.Default(Target));
            }
            else
            {
                db.Entry(measure).Property(known => known.Revision).OriginalValue = Input.Revision;
            }

            Input.ApplyTo(measure);
            if (await this.TrySaveAsync(db, words["Người khác vừa đổi mục này; hãy xem lại rồi làm tiếp."]))
            {
                return this.Done(words["Đã lưu cách lấy số liệu."], CadenceLinks.Target(Id, TargetId));
            }
        }

        return await this.AgainAsync(db, PageAsync);
    }

    public async Task<IActionResult> OnPostEnterAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (!await FindAsync() || !MayEnter || AgencyId is { } chosen && !await scope.CoversAsync(Permissions.ActivitiesLog, chosen, cancellation))
        {
            return NotFound();
        }

        var needsBase = Measure.Base == BaseSource.Manual;
        decimal above = 0, below = 0;
        if (AgencyId is null)
            ModelState.TryAddModelError(nameof(AgencyId), words["Hãy chọn một cơ quan."]);
        if (AsOf is null || AsOf > calendar.VietnamToday)
            ModelState.TryAddModelError(nameof(AsOf), words["Hãy ghi ngày chốt số liệu, không sau hôm nay."]);
        if (Measure.Source == MeasureSource.Manual && (!TargetWords.TryRead(Numerator, out above) || above is < 0 or > TargetValue.Most))
            ModelState.TryAddModelError(nameof(Numerator), words["Hãy nhập một số từ 0 trở lên."]);
        if (needsBase && (!TargetWords.TryRead(Denominator, out below) || below is <= 0 or > TargetValue.Most))
            ModelState.TryAddModelError(nameof(Denominator), words["Hãy nhập mẫu số lớn hơn 0."]);
        if (string.IsNullOrWhiteSpace(Note) || Note.Trim().Length > TargetValue.NoteMaxLength)
            ModelState.TryAddModelError(nameof(Note), words["Hãy ghi nguồn số liệu, không quá 500 chữ."]);
        if (ModelState.IsValid)
        {
            await desk.EnterAsync(TargetId, AgencyId!.Value, AsOf!.Value, above, needsBase ? below : null, Note!.Trim(), cancellation);
            if (await this.TrySaveAsync(db, words["Người khác vừa đổi mục này; hãy xem lại rồi làm tiếp."]))
            {
                return this.Done(words["Đã lưu số liệu; số trước vẫn còn trong lịch sử."], $"{CadenceLinks.Target(Id, TargetId)}?co-quan={AgencyId}#lich-su");
            }
        }

        return await this.AgainAsync(db, PageAsync);
    }

    private async Task<bool> FindAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await db.Set<Plan>().AsNoTracking().Include(plan => plan.Targets.OrderBy(target => target.Ordinal)).FirstOrDefaultAsync(plan => plan.PlanId == Id, cancellation) is not { } found || found.Targets.Find(target => target.TargetId == TargetId) is not { } asked)
        {
            return false;
        }

        (Plan, Target) = (found, asked);
        Others = [.. found.Targets.Where(target => target.TargetId != TargetId)];
        Definition = asked.DefinitionId is { } id ? await db.Set<Target>().AsNoTracking().FirstOrDefaultAsync(target => target.TargetId == id, cancellation) : asked;
        Measure = await reading.MeasureAsync(asked, cancellation);
        IsIssuer = await scope.CoversAsync(Permissions.PlansIssue, found.OwnerAgencyId, cancellation);
        return true;
    }

    private async Task<IActionResult> PageAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        var asked = reading.Agencies(Plan, IsIssuer);
        var ids = await asked.Select(agency => agency.AgencyId).ToListAsync(cancellation);
        Figures = await reading.FiguresAsync(Plan, Target, Measure, ids, calendar.VietnamToday, cancellation);
        Total = TargetFigure.Sum([.. Figures.Values]);
        Agencies = await asked.OrderBy(agency => agency.Level).ThenBy(agency => agency.SortOrder).ThenBy(agency => agency.AgencyId).Select(agency => new TargetAgency(agency.AgencyId, agency.ShortName)).ToPageAsync(PageNumber, cancellation);
        Trend = await TrendAsync(ids, cancellation);
        if (HistoryOf is { } of && ids.Contains(of))
        {
            HistoryName = await db.Set<Agency>().Where(agency => agency.AgencyId == of).Select(agency => agency.Name).SingleAsync(cancellation);
            History = await reading.Values(TargetId).Where(value => value.AgencyId == of).OrderByDescending(value => value.AsOf).ThenByDescending(value => value.Number).Take(100)
                .Select(value => new SaidValue(value.AsOf, value.Numerator, value.Denominator, value.Source, value.Note, value.At, db.Set<User>().Where(person => person.Id == value.ById).Select(person => person.DisplayName).FirstOrDefault())).ToListAsync(cancellation);
        }

        Choices = MayEnter ? await options.WithinAsync(user.Scope(Permissions.ActivitiesLog), cancellation) : [];
        Topics = IsIssuer ? await db.Set<PlanText>().AsNoTracking().Where(text => text.PlanId == Id && text.Kind == PlanTextKind.Topic).OrderBy(text => text.Ordinal).ToListAsync(cancellation) : [];
        return Page();
    }

    private async Task<IReadOnlyList<TargetFigure>> TrendAsync(List<Guid> ids, CancellationToken cancellation)
    {
        var manual = Measure.Source == MeasureSource.Manual;
        var values = await reading.Values(TargetId).Where(value => ids.Contains(value.AgencyId) && (value.Source == MeasureSource.Manual) == manual).OrderBy(value => value.AsOf).ThenBy(value => value.At).ToListAsync(cancellation);
        return [.. values.Select(value => value.AsOf).Distinct().TakeLast(TrendDays).Select(day =>
            TargetFigure.Sum([.. values.Where(value => value.AsOf <= day).GroupBy(value => value.AgencyId).Select(agency => agency.Last()).Select(value => new TargetFigure(value.Numerator, value.Denominator, value.AsOf))])! with { AsOf = day })];
    }
}
