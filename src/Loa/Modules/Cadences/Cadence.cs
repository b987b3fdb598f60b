using Loa.Data;
using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;
using Loa.Platform;
using Loa.Platform.Audit;

namespace Loa.Modules.Cadences;

/// <summary>
/// What agencies promise to do so often: any of some forms of communication, so many times a period, of so many minutes. It comes from a sentence of a plan or from the
/// issuer's own hand; what was done for it is counted by triggers of the database, see <see cref="CadenceCount"/>.
/// </summary>
internal sealed class Cadence : IRevised
{
    public const int TextMaxLength = 2000;
    public const int CountMost = 1000;
    public const int GraceMost = 90;
    public const int GraceDefault = 5;

    /// <summary>More periods than this are no plan (ten years of weeks).</summary>
    public const int PeriodsMost = 530;

    /// <summary>Lengths of a period one can choose from; every one of them has names (<see cref="CalendarPeriod"/>).</summary>
    public static readonly string[] Lengths = ["P1W", "P2W", "P1M", "P2M", "P3M", "P4M", "P6M", "P9M", "P1Y"];

    public Guid CadenceId { get; set; }

    public Guid PlanId { get; set; }

    /// <summary>The sentence of the plan; null for one that the issuer added.</summary>
    public Guid? PlanCadenceId { get; set; }

    public int Ordinal { get; set; }

    public required string Text { get; set; }

    /// <summary>How many times in each period.</summary>
    public int Count { get; set; } = 1;

    /// <summary>How long a period is: an ISO 8601 duration out of <see cref="Lengths"/>.</summary>
    public string Every { get; set; } = "P1M";

    /// <summary>What lasts less does not count; null: any length, also none.</summary>
    public int? MinMinutes { get; set; }

    /// <summary>Only what went out when most people listen or watch.</summary>
    public bool PrimeTimeOnly { get; set; }

    /// <summary>Whether what was done within something else ("lồng ghép") counts too.</summary>
    public bool IntegratedCounts { get; set; } = true;

    /// <summary>First day whose activities count.</summary>
    public DateOnly From { get; set; }

    /// <summary>Last day whose activities count.</summary>
    public DateOnly To { get; set; }

    /// <summary>Periods whose middle day lies before this are counted but not demanded: nobody was asked for them yet.</summary>
    public DateOnly DemandFrom { get; set; }

    /// <summary>So many days after a period's end late logging is awaited before it is called missed.</summary>
    public int GraceDays { get; set; } = GraceDefault;

    public long Revision { get; set; }

    public List<CadenceForm> Forms { get; } = [];

    public List<CadencePeriod> Periods { get; } = [];

    public CalendarInterval Interval => CalendarInterval.Parse(Every);

    public void Take(IEnumerable<CommunicationForm> forms)
    {
        var wanted = forms.Distinct().ToList();
        Forms.RemoveAll(form => !wanted.Contains(form.Form));
        Forms.AddRange(wanted.Except(Forms.Select(form => form.Form)).Select(form => new CadenceForm { CadenceId = CadenceId, Form = form }).ToList());
    }

    /// <summary>Lays the periods out anew after the days or the length changed; a period keeps its row where it keeps its place.</summary>
    public void LayPeriods()
    {
        var turns = Recurrence.Within(From, To, Interval).Take(PeriodsMost).ToList();
        Periods.RemoveAll(period => period.Ordinal > turns.Count);
        for (var i = 0; i < turns.Count; i++)
        {
            var period = Periods.Find(known => known.Ordinal == i + 1);
            if (period is null)
            {
                Periods.Add(period = new CadencePeriod { CadenceId = CadenceId, Ordinal = i + 1 });
            }

            period.Lay(turns[i], DemandFrom, From, To, GraceDays);
        }
    }
}

/// <summary>A form of communication that counts; any one of several does.</summary>
internal sealed class CadenceForm : IAuditedPart
{
    public Guid CadenceId { get; set; }

    public CommunicationForm Form { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(Cadence);

    Guid IAuditedPart.AuditSubjectId => CadenceId;
}
