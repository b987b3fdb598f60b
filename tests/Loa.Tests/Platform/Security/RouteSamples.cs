using Loa.Data;
using Loa.Documents.Blocks;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Assessments;
using Loa.Modules.Cadences;
using Loa.Modules.Circulations;
using Loa.Modules.Exemplars;
using Loa.Modules.Plans;
using Loa.Modules.Plans.Import;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Modules.Plans.Import.Reading;
using Loa.Modules.Plans.Issue;
using Loa.Modules.Plans.UnitPlans;
using Loa.Modules.Reports;
using Loa.Modules.Tasks;
using Loa.Platform.Files;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Activities;
using Loa.Tests.Modules.Assessments;
using Loa.Tests.Modules.Cadences;
using Loa.Tests.Modules.Directives;
using Loa.Tests.Modules.EvidenceFiles;
using Loa.Tests.Modules.Exemplars;
using Loa.Tests.Modules.Plans;
using Loa.Tests.Modules.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Platform.Security;

/// <summary>Rows of an agency for <see cref="RouteTable"/>: made when first asked for, then kept.</summary>
internal sealed class RouteSamples(LoaHost host)
{
    private readonly Dictionary<(string Kind, Guid AgencyId), object> made = [];

    public Task<Guid> PersonAsync(Agency agency) => OnceAsync("person", agency, async () => (await host.CreateUserAsync(Role.UnitOfficer, agency.Code)).Id);

    public Task<Guid> DraftAsync(Agency agency) => OnceAsync("draft", agency, () => host.InScopeAsync(async services => (await DraftAsync(services, agency)).PlanImportId));

    /// <summary>A task of the draft whose agencies the document leaves open.</summary>
    public Task<string> OpenItemAsync(Agency agency) => OnceAsync("open item", agency, async () =>
    {
        var draftId = await DraftAsync(agency);
        var json = await host.QueryAsync(db => db.Set<PlanImport>().Where(import => import.PlanImportId == draftId).Select(import => import.Draft).SingleAsync());
        return DraftJson.Read(json!).Tasks.First(task => task.Coordinating.Exists(name => name.Contains("liên quan", StringComparison.Ordinal))).Id;
    });

    public Task<Plan> PlanAsync(Agency agency) => OnceAsync("plan", agency, () => host.InScopeAsync(async services =>
    {
        var draft = await DraftAsync(services, agency);
        return (await services.GetRequiredService<PlanIssuer>().IssueAsync(draft, DraftJson.Read(draft.Draft!), default)).ShouldNotBeNull();
    }));

    /// <summary>An edition of the agency's that took the place of another.</summary>
    public Task<Guid> AmendedPlanAsync(Agency agency) => OnceAsync("amended plan", agency, () => host.InScopeAsync(async services =>
    {
        var issuer = services.GetRequiredService<PlanIssuer>();
        var first = await DraftAsync(services, agency);
        var plan = (await issuer.IssueAsync(first, DraftJson.Read(first.Draft!), default)).ShouldNotBeNull();
        var second = await DraftAsync(services, agency);
        (second.ReplacesPlanId, second.ReplacesReason) = (plan.PlanId, "Điều chỉnh tiến độ");
        return (await issuer.IssueAsync(second, DraftJson.Read(second.Draft!), default)).ShouldNotBeNull().PlanId;
    }));

    /// <summary>An outline of reports that is in use.</summary>
    public Task<Guid> OutlineAsync(Agency agency) => OnceAsync("outline", agency, async () => (await host.CreateOutlineAsync(agency.AgencyId)).ReportOutlineId);

    public Task<Guid> OutlineDraftAsync(Agency agency) => OnceAsync("outline draft", agency, async () => (await host.CreateOutlineAsync(agency.AgencyId, outline => outline.State = OutlineState.Draft)).ReportOutlineId);

    public Task<Guid> ReorganisationAsync(Agency agency) => OnceAsync("reorganisation", agency, () => host.InScopeAsync(async services =>
    {
        var change = new AgencyChange
        {
            AgencyChangeId = Guid.CreateVersion7(),
            Kind = Enum.GetValues<AgencyChangeKind>()[0],
            EffectiveOn = new DateOnly(2026, 1, 1),
            Document = "Nghị quyết số 1/NQ-HĐND",
            RecordedAt = services.GetRequiredService<Loa.Platform.Calendar>().UtcNow,
        };
        change.AddPart(agency.AgencyId, AgencyPartRole.Predecessor);
        var db = services.GetRequiredService<LoaDbContext>();
        db.Add(change);
        await db.SaveChangesAsync();
        return change.AgencyChangeId;
    }));

    /// <summary>Work of the agency in a plan of a stranger, so that only the agency itself makes it visible.</summary>
    public Task<Guid> WorkAsync(Agency agency) => OnceAsync("work", agency, async () =>
    {
        var plan = await PlanAsync(await host.QueryAsync(db => db.Set<Agency>().AsNoTracking().SingleAsync(a => a.Code == "tg-stc")));
        return await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            var task = await db.Set<PlanTask>().Include(t => t.Agencies).FirstAsync(t => t.PlanId == plan.PlanId);
            if (await db.Set<Assignment>().FirstOrDefaultAsync(a => a.PlanTaskId == task.PlanTaskId && a.AgencyId == agency.AgencyId) is { } given)
                return given.AssignmentId;
            var work = Assignment.Give(task, task.Agencies[0], agency.AgencyId, isAsked: false, new DateOnly(2026, 1, 1));
            db.Add(work);
            await db.SaveChangesAsync();
            return work.AssignmentId;
        });
    });

    /// <summary>A plan of a stranger that gives the agency work.</summary>
    public async Task<Guid> GivenPlanAsync(Agency agency)
    {
        var work = await WorkAsync(agency);
        return await host.QueryAsync(db => db.Set<Assignment>().Where(a => a.AssignmentId == work).Select(a => a.PlanId).SingleAsync());
    }

    /// <summary>A plan that the agency draws up from one of its own, so that the one that gives it work stays free.</summary>
    public Task<Guid> UnitDraftAsync(Agency agency) => OnceAsync("unit draft", agency, async () => await WriteAsync(agency, "Kế hoạch đang soạn"));

    public Task<Guid> UnitPlanAsync(Agency agency) => OnceAsync("unit plan", agency, async () =>
    {
        var draftId = await WriteAsync(agency, "Kế hoạch đã ký");
        return await host.InScopeAsync(async services =>
        {
            var import = await services.GetRequiredService<LoaDbContext>().Set<PlanImport>().SingleAsync(i => i.PlanImportId == draftId);
            return (await services.GetRequiredService<UnitIssue>().IssueAsync(import, DraftJson.Read(import.Draft!), null, default)).ShouldNotBeNull().PlanId;
        });
    });

    private async Task<Guid> WriteAsync(Agency agency, string subject)
    {
        // Each of its own plan: an agency has one draft from one plan.
        var parent = await host.InScopeAsync(async services =>
        {
            var draft = await DraftAsync(services, agency);
            return (await services.GetRequiredService<PlanIssuer>().IssueAsync(draft, DraftJson.Read(draft.Draft!), default)).ShouldNotBeNull().PlanId;
        });
        return await host.InScopeAsync(services =>
        {
            var draft = new PlanDraft { Heading = new DraftHeading { Id = "h1", Subject = subject, Issuer = agency.Name, Reference = "/KH-UBND" } };
            draft.Tasks.Add(new DraftTask { Id = draft.NextId('t'), Content = "Treo băng rôn" });
            return services.GetRequiredService<UnitDrafts>().StartAsync(parent, agency, draft, null, default);
        });
    }

    /// <summary>A stranger's plan that the agency is to answer with one of its own.</summary>
    public Task<Guid> UptakeAsync(Agency agency) => OnceAsync("uptake", agency, async () =>
    {
        await WorkAsync(agency);
        var plan = await PlanAsync(await host.QueryAsync(db => db.Set<Agency>().AsNoTracking().SingleAsync(a => a.Code == "tg-stc")));
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            if (!await db.Set<PlanUptake>().AnyAsync(row => row.PlanId == plan.PlanId && row.AgencyId == agency.AgencyId))
                db.Add(new PlanUptake { PlanId = plan.PlanId, AgencyId = agency.AgencyId, HolderAgencyId = agency.AgencyId });
            await db.SaveChangesAsync();
        });
        return plan.PlanId;
    });

    public Task<Guid> DifficultyAsync(Agency agency) => OnceAsync("difficulty", agency, () => host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<LoaDbContext>();
        var difficulty = new Difficulty
        {
            DifficultyId = Guid.CreateVersion7(),
            PlanId = (await PlanAsync(agency)).PlanId,
            RaisedByAgencyId = agency.AgencyId,
            WithAgencyId = agency.AgencyId,
            RaisedById = Guid.CreateVersion7(),
            RaisedAt = services.GetRequiredService<Loa.Platform.Calendar>().UtcNow,
            Text = "Chưa có kinh phí.",
        };
        db.Add(difficulty);
        await db.SaveChangesAsync();
        return difficulty.DifficultyId;
    }));

    /// <summary>Sent by a stranger to this agency alone, so that only the agency makes it visible.</summary>
    public Task<Guid> ActivityAsync(Agency agency) => OnceAsync("activity", agency, async () => (await host.LogActivityAsync(agency.Code)).ActivityId);

    /// <summary>A promise in a stranger's plan that this agency holds.</summary>
    public Task<Guid> CadenceAsync(Agency agency) => OnceAsync("cadence", agency, async () =>
    {
        var plan = await PlanAsync(await host.QueryAsync(db => db.Set<Agency>().AsNoTracking().SingleAsync(a => a.Code == "tg-stc")));
        return (await host.DefineAsync(plan.PlanId, null, agency.AgencyId)).CadenceId;
    });

    public Task<Guid> TargetAsync(Agency agency) => OnceAsync("target", agency, async () =>
    {
        var plan = await PlanAsync(agency);
        return await host.InScopeAsync(async services =>
        {
            var target = new Target { TargetId = Guid.CreateVersion7(), PlanId = plan.PlanId, Ordinal = 90, Text = "90% người dân biết cách nộp hồ sơ trực tuyến", Value = 90, Unit = "%", Comparison = TargetComparison.AtLeast };
            services.GetRequiredService<LoaDbContext>().Add(target);
            await services.GetRequiredService<LoaDbContext>().SaveChangesAsync();
            return target.TargetId;
        });
    });

    public Task<Guid> EvidenceAsync(Agency agency) => OnceAsync("evidence", agency, async () =>
    {
        var activityId = await ActivityAsync(agency);
        return await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            var file = await services.GetRequiredService<FileStore>().SaveAsync(new MemoryStream("%PDF-1.4"u8.ToArray()), "bien-ban.pdf");
            var evidence = new Evidence { EvidenceId = Guid.CreateVersion7(), ActivityId = activityId, FileId = file.StoredFileId, Kind = ContentKind.Pdf, AddedAt = file.ReceivedAt };
            db.Add(evidence);
            await db.SaveChangesAsync();
            return evidence.EvidenceId;
        });
    });

    /// <summary>A draft of the agency's own.</summary>
    public Task<Assessment> AssessmentAsync(Agency agency) => OnceAsync("assessment", agency, () => host.CreateAssessmentAsync([agency], agency.Code));

    /// <summary>Of a stranger's, published, so that only the agency makes it visible.</summary>
    public Task<Guid> PublishedAssessmentAsync(Agency agency) => OnceAsync("published assessment", agency, async () =>
        (await host.CreateAssessmentAsync([agency], "tg-stc", assessment => assessment.State = AssessmentState.Published)).AssessmentId);

    public Task<Guid> DirectiveAsync(Agency agency) => OnceAsync("directive", agency, async () => (await DirectiveFlow.RecordAsync(host, agency.Code)).DirectiveId);

    /// <summary>What others never see.</summary>
    public Task<Guid> ShortcomingAsync(Agency agency) => OnceAsync("shortcoming", agency, async () => (await ExemplarFlow.NominateAsync(host, agency.Code, ExemplarKind.Shortcoming)).ExemplarId);

    public Task<Guid> EvidenceFileAsync(Agency agency) => OnceAsync("evidence file", agency, async () => (await EvidenceFileFlow.CreateAsync(host, agency.Code)).EvidenceFileId);

    /// <summary>The agency's own, with the report that goes nowhere.</summary>
    public Task<ReportingPeriod> PeriodAsync(Agency agency) => OnceAsync("period", agency, async () => (await OpenedAsync(agency.AgencyId, agency)).Period);

    /// <summary>Asked for by a stranger, so that only the agency that writes it makes it visible.</summary>
    public Task<(Guid ReportId, Guid FigureId, Guid SectionId)> ReportAsync(Agency agency) => OnceAsync("report", agency, async () => (await OpenedAsync(await host.AgencyIdAsync("tg-stc"), agency)).Report);

    private async Task<(ReportingPeriod Period, (Guid ReportId, Guid FigureId, Guid SectionId) Report)> OpenedAsync(Guid ownerId, Agency agency)
    {
        var outline = await host.CreateOutlineAsync(ownerId);
        var period = ReportFlow.Period(outline, period => period.State = PeriodState.Open);
        var root = New(ownerId, null);
        var own = ownerId == agency.AgencyId ? root : New(agency.AgencyId, root.ReportId);
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            db.AddRange(period, root);
            await db.SaveChangesAsync();
            if (own != root)
            {
                db.Add(own);
                await db.SaveChangesAsync();
            }
        });
        return (period, (own.ReportId, outline.Figures[0].FigureId, outline.Sections[0].OutlineSectionId));

        Report New(Guid agencyId, Guid? parentId) => new()
        {
            ReportId = Guid.CreateVersion7(),
            ReportingPeriodId = period.ReportingPeriodId,
            AgencyId = agencyId,
            HolderAgencyId = agencyId,
            ParentReportId = parentId,
            AgencyName = "Cơ quan",
            DueOn = period.DueOn,
            PrefilledAt = DateTime.UnixEpoch,
            ChangedAt = DateTime.UnixEpoch,
        };
    }

    public Task<Guid> CirculationAsync(Agency agency) => OnceAsync("circulation", agency, () => host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<LoaDbContext>();
        var file = await services.GetRequiredService<FileStore>().SaveAsync(new MemoryStream("%PDF-1.4"u8.ToArray()), "cong-van.pdf");
        var calendar = services.GetRequiredService<Loa.Platform.Calendar>();
        var circulation = new Circulation
        {
            CirculationId = Guid.CreateVersion7(),
            AgencyId = await host.AgencyIdAsync("tg-stc"),
            SentAt = calendar.UtcNow,
            SentOn = calendar.VietnamToday,
            Title = "Công văn cần đọc",
            FileId = file.StoredFileId,
        };
        db.AddRange(circulation, new CirculationAgency { CirculationId = circulation.CirculationId, AgencyId = agency.AgencyId });
        await db.SaveChangesAsync();
        return circulation.CirculationId;
    }));

    private async Task<T> OnceAsync<T>(string kind, Agency agency, Func<Task<T>> make)
    {
        if (!made.TryGetValue((kind, agency.AgencyId), out var found))
        {
            made[(kind, agency.AgencyId)] = found = (await make())!;
        }

        return (T)found;
    }

    private static async Task<PlanImport> DraftAsync(IServiceProvider services, Agency agency)
    {
        var db = services.GetRequiredService<LoaDbContext>();
        var content = new PlanDocx
        {
            Tasks =
            [
                ("1", "Tổ chức hội nghị tập huấn", "Sở Nội vụ", "Các sở, ban, ngành cấp tỉnh", "Quý II/2024"),
                ("2", "Cung cấp thông tin cho báo chí", "Văn phòng UBND tỉnh", "Các cơ quan, đơn vị có liên quan", "Thường xuyên"),
            ],
        }.Write();
        var file = await services.GetRequiredService<FileStore>().SaveAsync(new MemoryStream(content), "ke-hoach-mau.docx");
        var reading = StoredReading.Of(PlanReader.Read(SourceReader.Read(new MemoryStream(content))));
        var import = new PlanImport
        {
            PlanImportId = Guid.CreateVersion7(),
            OwnerAgencyId = agency.AgencyId,
            FileId = file.StoredFileId,
            FileName = file.FileName,
            Sha256 = file.Sha256,
            Status = ImportStatus.Draft,
            CreatedAt = file.ReceivedAt,
            EditedAt = file.ReceivedAt,
        };
        import.SetDraft(DraftBuilder.Build(reading.Content));
        db.AddRange(import, new ImportReading { PlanImportId = import.PlanImportId, Json = reading.ToJson() });
        await db.SaveChangesAsync();
        return import;
    }
}
