using Loa.Data;
using Loa.Documents.Vietnamese;
using Loa.Modules.Directives.Composing;
using Loa.Modules.Plans;

namespace Loa.Modules.Directives;

/// <summary>
/// A steering document that an agency issued (văn bản chỉ đạo). Issuing one is an activity and is counted as one: <see cref="ActivityId"/> says whether it counts
/// or was withdrawn.
/// </summary>
internal sealed class Directive : IRevised
{
    public const int KindMaxLength = 60;
    public const int ReferenceMaxLength = Plan.ReferenceMaxLength;
    public const int ExcerptMaxLength = 1000;
    public const int SummaryMaxLength = 4000;
    public const int SignerMaxLength = 200;

    /// <summary>Kinds as officers write them; another can be typed.</summary>
    public static readonly string[] Kinds = ["Công văn", "Kế hoạch", "Quyết định", "Chỉ thị", "Thông báo", "Nghị quyết", "Chương trình", "Hướng dẫn", "Đề án", "Quy chế", "Công điện"];

    public Guid DirectiveId { get; set; }

    public Guid AgencyId { get; set; }

    public Guid ActivityId { get; set; }

    public string Kind { get; set; } = "";

    /// <summary>Number and symbol, "122/UBND-NC".</summary>
    public string Reference { get; private set; } = "";

    /// <summary>The reference as it is compared: <see cref="PlanReference.Key"/>.</summary>
    public string? ReferenceKey { get; private set; }

    public DateOnly IssuedOn { get; set; }

    /// <summary>What it is about (trích yếu).</summary>
    public string Excerpt { get; set; } = "";

    /// <summary>What it orders, in short.</summary>
    public string? Summary { get; set; }

    public string? Signer { get; set; }

    public Guid? FileId { get; set; }

    /// <summary>The plan it serves.</summary>
    public Guid? PlanId { get; set; }

    /// <summary>In the portal's library of steering documents since.</summary>
    public DateTime? PublishedAt { get; set; }

    public Guid? PublishedById { get; set; }

    public string SearchText { get; private set; } = "";

    public long Revision { get; set; }

    /// <summary>"Công văn số 122/UBND-NC: về việc …".</summary>
    public string Title => TitleOf(Kind, Reference, Excerpt);

    public static string TitleOf(string kind, string reference, string excerpt) => DirectiveTitle.Of(kind, reference, excerpt);

    public void Number(string reference) => (Reference, ReferenceKey) = (reference, PlanReference.Key(reference));

    public void RefreshSearchText() => SearchText = Folding.Fold(string.Join(' ', new[] { Kind, Reference, Excerpt, Summary, Signer }.Where(text => !string.IsNullOrEmpty(text))));
}
