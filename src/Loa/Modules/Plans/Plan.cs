using Loa.Data;
using Loa.Documents.Vietnamese;

namespace Loa.Modules.Plans;

/// <summary>An issued plan and everything it says. Its source document and the passages of every item stay with it.</summary>
internal sealed class Plan : IRevised
{
    public const int SubjectMaxLength = 1000;
    public const int IssuerMaxLength = 200;
    public const int ReferenceMaxLength = 60;
    public const int WordMaxLength = 100;
    public const int NameMaxLength = 200;
    public const int ReasonMaxLength = 500;

    public Guid PlanId { get; set; }

    /// <summary>The agency whose officer issued it here; the plan is edited by its people only.</summary>
    public Guid OwnerAgencyId { get; set; }

    public Guid PlanImportId { get; set; }

    /// <summary>The uploaded original.</summary>
    public Guid FileId { get; set; }

    public PlanStatus Status { get; set; }
    public DateTime IssuedAt { get; set; }
    public Guid? IssuedById { get; set; }

    /// <summary>The plan that this import of the same document replaced.</summary>
    public Guid? ReplacesPlanId { get; set; }

    /// <summary>The plan of a higher agency that this one carries out; null for a plan that stands by itself.</summary>
    public Guid? ParentPlanId { get; set; }

    /// <summary>The signed and sealed document of a plan that was written in Loa; <see cref="FileId"/> is then the text that went to be signed.</summary>
    public Guid? SignedFileId { get; set; }

    public string? WithdrawnReason { get; set; }

    public string? Kind { get; set; }
    public string? Promulgates { get; set; }
    public string? ParentIssuer { get; set; }
    public string? Issuer { get; set; }
    public string? Reference { get; set; }

    /// <summary>The reference as it is compared: <see cref="PlanReference.Key"/>; null while not numbered.</summary>
    public string? ReferenceKey { get; set; }

    public string? Place { get; set; }
    public DateOnly? Date { get; set; }
    public required string Subject { get; set; }
    public int? Year { get; set; }
    public int? YearTo { get; set; }
    public string? SignerAuthority { get; set; }
    public string? SignerCapacity { get; set; }
    public string? SignerTitle { get; set; }
    public string? SignerName { get; set; }
    public List<string> Recipients { get; set; } = [];
    public string? Budget { get; set; }

    /// <summary>The text was recognised from page images; the pages say so.</summary>
    public bool FromScan { get; set; }

    public int TaskCount { get; set; }

    /// <summary>How many agencies have work in it.</summary>
    public int AgencyCount { get; set; }

    /// <summary>Reference, subject and issuer folded: what the list searches.</summary>
    public string SearchText { get; private set; } = "";

    public long Revision { get; set; }

    public List<PlanBasis> Bases { get; } = [];
    public List<PlanText> Texts { get; } = [];
    public List<Target> Targets { get; } = [];
    public List<PlanTask> Tasks { get; } = [];
    public List<PlanResponsibility> Responsibilities { get; } = [];
    public List<PlanCadence> Cadences { get; } = [];
    public List<PlanReporting> Reporting { get; } = [];

    public void RefreshSearchText() =>
        SearchText = Folding.Fold(string.Join(' ', new[] { Reference, Subject, Issuer, Kind, SignerName }.Where(text => !string.IsNullOrEmpty(text))));

    public void Withdraw(string reason)
    {
        Status = PlanStatus.Withdrawn;
        WithdrawnReason = reason;
    }
}
