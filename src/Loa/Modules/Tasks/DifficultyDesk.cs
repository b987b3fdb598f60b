using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Notifications;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Tasks;

/// <summary>Raising difficulties, answering them and passing them on. The caller saves.</summary>
internal sealed class DifficultyDesk(LoaDbContext db, PlanContacts contacts, Notifier notifier, Calendar calendar, CurrentUser user, AuditScope audit)
{
    public const string Kind = "work.difficulty";

    /// <summary>Those a person may see: raised by, or with, an agency in their scope.</summary>
    public IQueryable<Difficulty> Visible()
    {
        var within = db.Set<Agency>().Within(user.Scope(Permissions.WorkRead), agency => agency.Path).Select(agency => agency.AgencyId);
        return db.Set<Difficulty>().Where(difficulty => within.Contains(difficulty.RaisedByAgencyId) || within.Contains(difficulty.WithAgencyId));
    }

    public async Task<Difficulty> RaiseAsync(Plan plan, Guid? assignmentId, Guid agencyId, string text, CancellationToken cancellationToken)
    {
        audit.Describe("Nêu khó khăn, vướng mắc");
        var difficulty = new Difficulty
        {
            DifficultyId = Guid.CreateVersion7(),
            PlanId = plan.PlanId,
            AssignmentId = assignmentId,
            RaisedByAgencyId = agencyId,
            RaisedById = user.UserId!.Value,
            RaisedAt = calendar.UtcNow,
            Text = text,
            WithAgencyId = await contacts.ForDifficultiesAsync(plan, cancellationToken),
        };
        db.Add(difficulty);
        await TellAsync(difficulty.WithAgencyId, "Có khó khăn, vướng mắc cần trả lời", text, difficulty, "raised", cancellationToken);
        return difficulty;
    }

    public async Task AnswerAsync(Difficulty difficulty, DifficultyStepKind kind, Guid agencyId, string text, Guid? toAgencyId, CancellationToken cancellationToken)
    {
        audit.Describe("Trả lời khó khăn, vướng mắc");
        var step = new DifficultyStep
        {
            DifficultyStepId = Guid.CreateVersion7(),
            DifficultyId = difficulty.DifficultyId,
            Kind = kind,
            At = calendar.UtcNow,
            ById = user.UserId!.Value,
            AgencyId = agencyId,
            Text = text,
            ToAgencyId = toAgencyId,
        };
        difficulty.Answer(step);
        db.Add(step);
        var (hearer, title) = kind switch
        {
            DifficultyStepKind.Answered => (difficulty.RaisedByAgencyId, "Khó khăn, vướng mắc đã được trả lời"),
            DifficultyStepKind.PassedOn => (difficulty.WithAgencyId, "Có khó khăn, vướng mắc được chuyển đến"),
            DifficultyStepKind.Reopened => (difficulty.WithAgencyId, "Khó khăn, vướng mắc được nêu lại"),
            _ => (difficulty.WithAgencyId, "Khó khăn, vướng mắc đã được giải quyết"),
        };
        await TellAsync(hearer, title, text, difficulty, step.DifficultyStepId.ToString("N"), cancellationToken);
    }

    private Task TellAsync(Guid agencyId, string title, string text, Difficulty difficulty, string what, CancellationToken cancellationToken) =>
        notifier.NotifyAgencyAsync(agencyId, Permissions.WorkDo, Kind, title, text, WorkLinks.Difficulty(difficulty.DifficultyId), $"{Kind}/{difficulty.DifficultyId:N}/{what}", cancellationToken);
}
