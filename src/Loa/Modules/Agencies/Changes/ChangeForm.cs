using System.ComponentModel.DataAnnotations;

namespace Loa.Modules.Agencies.Changes;

/// <summary>What an officer types to record a reorganisation; which fields count follows from the kind.</summary>
internal sealed class ChangeForm
{
    [Required(ErrorMessage = "Hãy nhập ngày có hiệu lực.")]
    public DateOnly? EffectiveOn { get; set; }

    [Required(ErrorMessage = "Hãy ghi văn bản quyết định việc này.")]
    [StringLength(AgencyChange.DocumentMaxLength, ErrorMessage = "Tên văn bản quá dài.")]
    public string Document { get; set; } = "";

    [StringLength(AgencyChange.NoteMaxLength, ErrorMessage = "Ghi chú quá dài.")]
    public string? Note { get; set; }

    /// <summary>The one agency it is about; for the end of a level, the root below which it ends.</summary>
    public Guid? AgencyId { get; set; }

    /// <summary>Those merged: codes or names, one a line.</summary>
    public string? Agencies { get; set; }

    /// <summary>The agency that carries on, where it exists already.</summary>
    public Guid? SuccessorId { get; set; }

    public Guid? ParentId { get; set; }

    [RegularExpression("[a-z0-9]+(-[a-z0-9]+)*", ErrorMessage = "Mã chỉ gồm chữ thường không dấu, số và dấu gạch nối.")]
    [StringLength(Agency.CodeMaxLength, ErrorMessage = "Mã quá dài.")]
    public string? Code { get; set; }

    [StringLength(Agency.NameMaxLength, ErrorMessage = "Tên quá dài.")]
    public string? Name { get; set; }

    [StringLength(Agency.ShortNameMaxLength, ErrorMessage = "Tên ngắn quá dài.")]
    public string? ShortName { get; set; }

    public AgencyKind Kind { get; set; } = AgencyKind.PeoplesCommittee;

    public AgencyLevel Level { get; set; } = AgencyLevel.Commune;

    public AgencyLevel EndingLevel { get; set; } = AgencyLevel.District;

    public ChildrenFate Children { get; set; } = ChildrenFate.FollowSuccessor;

    /// <summary>New agencies of a split: "mã | tên đầy đủ | tên ngắn", one a line.</summary>
    public string? Parts { get; set; }

    /// <summary>The agency that is split goes on beside the new ones.</summary>
    public bool GoesOn { get; set; }
}
