using Loa.Data;
using Loa.Documents.Vietnamese;
using Loa.Platform.Audit;

namespace Loa.Modules.EvidenceFiles;

/// <summary>What proves one criterion of an assessment or index in one year (hồ sơ tài liệu kiểm chứng): activities, steering documents and files in their order.</summary>
internal sealed class EvidenceFile : IRevised
{
    public const int IndexMaxLength = 200;
    public const int CodeMaxLength = 30;
    public const int TitleMaxLength = 500;
    public const int NoteMaxLength = 2000;

    public Guid EvidenceFileId { get; set; }

    public Guid AgencyId { get; set; }

    /// <summary>The assessment or index: "PAR INDEX cấp tỉnh".</summary>
    public string Index { get; private set; } = "";

    /// <summary>Folded, so that one index has one group however it is typed.</summary>
    public string IndexFolded { get; private set; } = "";

    public int Year { get; set; }

    /// <summary>Of the criterion: "1.3.2".</summary>
    public string Code { get; set; } = "";

    /// <summary>The criterion in words.</summary>
    public string Title { get; set; } = "";

    public string? Note { get; set; }

    public DateTime CreatedAt { get; set; }

    public Guid? CreatedById { get; set; }

    public List<EvidenceFileItem> Items { get; } = [];

    public long Revision { get; set; }

    public void Of(string index) => (Index, IndexFolded) = (index, Folding.Fold(index));

    /// <summary>At the end, unless it is there already.</summary>
    public EvidenceFileItem? Add(Guid? activityId, Guid? directiveId, Guid? fileId, string? caption)
    {
        if (Items.Exists(item => item.ActivityId == activityId && item.DirectiveId == directiveId && item.FileId == fileId))
        {
            return null;
        }

        var item = new EvidenceFileItem
        {
            EvidenceFileItemId = Guid.CreateVersion7(),
            EvidenceFileId = EvidenceFileId,
            Ordinal = Items.Count == 0 ? 1 : Items.Max(other => other.Ordinal) + 1,
            ActivityId = activityId,
            DirectiveId = directiveId,
            FileId = fileId,
            Caption = caption,
        };
        Items.Add(item);
        return item;
    }

    /// <summary>Changes places with the one before it (-1) or after it (1).</summary>
    public void Move(Guid itemId, int by)
    {
        var ordered = Items.OrderBy(item => item.Ordinal).ToList();
        var from = ordered.FindIndex(item => item.EvidenceFileItemId == itemId);
        var to = from + by;
        if (from >= 0 && to >= 0 && to < ordered.Count)
        {
            (ordered[from].Ordinal, ordered[to].Ordinal) = (ordered[to].Ordinal, ordered[from].Ordinal);
        }
    }
}

/// <summary>One thing that proves: exactly one of the three is set.</summary>
internal sealed class EvidenceFileItem : IAuditedPart
{
    public const int CaptionMaxLength = 500;

    public Guid EvidenceFileItemId { get; set; }

    public Guid EvidenceFileId { get; set; }

    public int Ordinal { get; set; }

    public Guid? ActivityId { get; set; }

    public Guid? DirectiveId { get; set; }

    public Guid? FileId { get; set; }

    public string? Caption { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(EvidenceFile);

    Guid IAuditedPart.AuditSubjectId => EvidenceFileId;
}
