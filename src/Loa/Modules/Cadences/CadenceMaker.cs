using Loa.Data;
using Loa.Documents.Vietnamese;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Cadences;

/// <summary>
/// The cadences of a plan that was just issued, from its sentences and with the agencies these name. A new edition takes over those of the old one that it still holds, with what
/// was counted, decided and explained. A sentence without number or period stays a sentence until the issuer makes something of it.
/// </summary>
internal sealed class CadenceMaker(LoaDbContext db, AgencyResolver resolver, CadenceCounting counting, Calendar calendar, AuditScope audit)
{
    private static readonly string[] PrimeTime = ["gio nhieu nguoi", "gio vang", "gio cao diem"];

    public async Task MakeAsync(Guid planId, CancellationToken cancellationToken)
    {
        var plan = await db.Set<Plan>().AsNoTracking().Include(p => p.Cadences.OrderBy(c => c.Ordinal)).SingleAsync(p => p.PlanId == planId, cancellationToken);
        if (await db.Set<Cadence>().AnyAsync(cadence => cadence.PlanId == planId, cancellationToken))
        {
            return;
        }

        audit.Describe("Lập định mức theo kế hoạch", actorId: plan.IssuedById);
        var names = await resolver.ResolveAsync(plan.Cadences.SelectMany(sentence => sentence.Agencies), plan.OwnerAgencyId, plan.Date, cancellationToken);
        await counting.AloneAsync(async () =>
        {
            var made = await OfSentencesAsync(plan, names, await OldAsync(plan, cancellationToken), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            foreach (var cadence in made)
            {
                await counting.RecountAsync(cadence.CadenceId, cancellationToken);
            }
        }, cancellationToken);
    }

    /// <summary>A cadence that says what the sentence says, without agencies; null where it says no number or a period without a name.</summary>
    public static Cadence? Read(Plan plan, PlanCadence sentence)
    {
        if (Shape(sentence) is not var (count, every))
        {
            return null;
        }

        var cadence = New(plan);
        (cadence.PlanCadenceId, cadence.Ordinal, cadence.Text, cadence.Count, cadence.Every, cadence.MinMinutes) =
            (sentence.PlanCadenceId, sentence.Ordinal, sentence.Text.Length > Cadence.TextMaxLength ? sentence.Text[..Cadence.TextMaxLength] : sentence.Text, count, every, sentence.MinMinutes);
        var folded = Folding.Fold(sentence.Text);
        cadence.PrimeTimeOnly = PrimeTime.Any(words => folded.Contains(words, StringComparison.Ordinal));
        cadence.Take(sentence.Forms);
        return cadence;
    }

    /// <summary>An empty one over the plan's years, demanded from the day on which agencies could know of it.</summary>
    public static Cadence New(Plan plan)
    {
        var (from, to) = Span(plan);
        var known = DateOnly.FromDateTime(Calendar.ToVietnam(plan.IssuedAt));
        known = plan.Date > known ? plan.Date.Value : known;
        return new Cadence { CadenceId = Guid.CreateVersion7(), PlanId = plan.PlanId, Text = "", From = from, To = to, DemandFrom = known < from ? from : known };
    }

    /// <summary>The years of a plan as days.</summary>
    public static (DateOnly From, DateOnly To) Span(Plan plan)
    {
        var first = plan.Year ?? (plan.Date ?? DateOnly.FromDateTime(Calendar.ToVietnam(plan.IssuedAt))).Year;
        return (new DateOnly(first, 1, 1), new DateOnly(Math.Max(first, plan.YearTo ?? first), 12, 31));
    }

    /// <summary>Daily promises are counted by the week: seven times as many.</summary>
    private static (int Count, string Every)? Shape(PlanCadence sentence)
    {
        if (sentence is not { Count: > 0 and <= Cadence.CountMost and var count, Per: { } per })
        {
            return null;
        }

        return CalendarInterval.Parse(per) switch
        {
            { Unit: CalendarUnit.Day, Count: 1 } when count * 7 <= Cadence.CountMost => (count * 7, "P1W"),
            { Unit: CalendarUnit.Month, Count: 12 } => (count, "P1Y"),
            _ when Cadence.Lengths.Contains(per) => (count, per),
            _ => null,
        };
    }

    private async Task<List<Cadence>> OldAsync(Plan plan, CancellationToken cancellationToken) => plan.ReplacesPlanId is not { } oldId
        ? []
        : await db.Set<Cadence>().Include(cadence => cadence.Forms).Include(cadence => cadence.Periods.OrderBy(period => period.Ordinal)).AsSplitQuery().Where(cadence => cadence.PlanId == oldId).OrderBy(cadence => cadence.Ordinal).ToListAsync(cancellationToken);

    private async Task<List<Cadence>> OfSentencesAsync(Plan plan, IReadOnlyDictionary<string, AgencyMatch> names, List<Cadence> old, CancellationToken cancellationToken)
    {
        var before = plan.ReplacesPlanId is { } oldId ? await db.Set<Plan>().AsNoTracking().SingleAsync(p => p.PlanId == oldId, cancellationToken) : null;
        var made = new List<Cadence>();
        foreach (var sentence in plan.Cadences)
        {
            if (Read(plan, sentence) is not { } cadence)
            {
                continue;
            }

            var meant = sentence.Agencies.SelectMany(text => names[text].Agencies).Where(agency => !agency.Kind.IsOutsideChain()).Select(agency => agency.AgencyId).Distinct().ToList();
            if (Same(old, cadence) is { } known)
            {
                old.Remove(known);
                (known.Text, known.PlanCadenceId, known.Ordinal) = (cadence.Text, cadence.PlanCadenceId, cadence.Ordinal);
                Move(known, plan, before!);
                await MendAsync(known, meant, cancellationToken);
                made.Add(known);
                continue;
            }

            cadence.LayPeriods();
            db.Add(cadence);
            db.AddRange(meant.Select(id => new CadenceAgency { CadenceId = cadence.CadenceId, AgencyId = id }));
            made.Add(cadence);
        }

        // What the issuer added by hand stands beside the text, whatever the text says now.
        foreach (var added in old.Where(cadence => cadence.PlanCadenceId is null))
        {
            Move(added, plan, before!);
            made.Add(added);
        }

        return made;
    }

    /// <summary>The same words, else the same demand.</summary>
    private static Cadence? Same(List<Cadence> old, Cadence now) =>
        old.Find(was => Folding.Fold(was.Text) == Folding.Fold(now.Text))
        ?? old.Find(was => was.PlanCadenceId is not null && (was.Count, was.Every, was.MinMinutes) == (now.Count, now.Every, now.MinMinutes) && was.Forms.Select(form => form.Form).ToHashSet().SetEquals(now.Forms.Select(form => form.Form)));

    /// <summary>Days that were the old plan's own become the new one's; those set by hand stay.</summary>
    private static void Move(Cadence cadence, Plan plan, Plan before)
    {
        var (was, now) = (Span(before), Span(plan));
        cadence.PlanId = plan.PlanId;
        (cadence.From, cadence.To) = (cadence.From == was.From ? now.From : cadence.From, cadence.To == was.To ? now.To : cadence.To);
        cadence.LayPeriods();
    }

    /// <summary>Agencies that the new text names come in, from the present period on; where it names nobody those decided on stay.</summary>
    private async Task MendAsync(Cadence cadence, List<Guid> meant, CancellationToken cancellationToken)
    {
        if (meant.Count == 0)
        {
            return;
        }

        var had = await db.Set<CadenceAgency>().Where(holder => holder.CadenceId == cadence.CadenceId).Select(holder => holder.AgencyId).ToListAsync(cancellationToken);
        var since = had.Count == 0 ? null : CadenceDesk.Since(cadence, calendar.VietnamToday);
        db.AddRange(meant.Except(had).Select(id => new CadenceAgency { CadenceId = cadence.CadenceId, AgencyId = id, From = since }));
    }
}
