using Loa.Modules.Plans.Import.Drafts;

namespace Loa.Modules.Plans.UnitPlans;

/// <summary>Something that a draft does not say yet, and where to say it.</summary>
/// <param name="Words">A key of the localizer with at most one hole, for <paramref name="Count"/>.</param>
/// <param name="Anchor">Item or section of the editor.</param>
internal sealed record UnitGap(string Words, string Anchor, int Count = 1, bool Blocks = false);

internal static class UnitGaps
{
    private const string Tasks = "nhiem-vu";

    /// <summary>What keeps the plan from being issued first.</summary>
    public static IReadOnlyList<UnitGap> Of(PlanDraft draft, UnitView unit)
    {
        var heading = draft.Heading;
        var tasks = draft.Tasks.Where(task => !task.Removed && !string.IsNullOrWhiteSpace(task.Content)).ToList();
        UnitGap?[] gaps =
        [
            If(string.IsNullOrWhiteSpace(heading.Subject), new("Chưa có trích yếu", heading.Id, Blocks: true)),
            If(tasks.Count == 0, new("Chưa có nhiệm vụ nào", Tasks, Blocks: true)),
            If(string.IsNullOrWhiteSpace(heading.Issuer), new("Chưa có tên cơ quan ban hành", heading.Id)),
            If(string.IsNullOrWhiteSpace(heading.Place), new("Chưa có địa danh", heading.Id)),
            If(string.IsNullOrWhiteSpace(heading.SignerTitle), new("Chưa có chức vụ người ký", heading.Id)),
            If(heading.Recipients.Count == 0, new("Chưa có nơi nhận", heading.Id)),
            If(!draft.Bases.Exists(basis => !basis.Removed && basis.Text is not null), new("Chưa có căn cứ", "can-cu")),
            If(!draft.Texts.Exists(text => text is { Removed: false, Kind: PlanTextKind.Purpose, Text: not null }), new("Chưa nêu mục đích", "noi-dung")),
            Count("{0} nhiệm vụ được giao chưa có trong kế hoạch", unit.Missing(draft).Count, Tasks),
            First("{0} nhiệm vụ chưa có người phụ trách", tasks.FindAll(task => task.InCharge.Count == 0)),
            First("{0} nhiệm vụ chưa có thời gian", tasks.FindAll(task => task is { When: null, To: null })),
            First("{0} nhiệm vụ có hạn sau hạn của kế hoạch cấp trên", tasks.FindAll(unit.IsAfterParent)),
            First("{0} nhiệm vụ chưa nêu sản phẩm", tasks.FindAll(task => string.IsNullOrWhiteSpace(task.Product))),
        ];
        return [.. gaps.OfType<UnitGap>()];
    }

    private static UnitGap? If(bool lacking, UnitGap gap) => lacking ? gap : null;

    private static UnitGap? Count(string words, int count, string anchor) => count == 0 ? null : new UnitGap(words, anchor, count);

    private static UnitGap? First(string words, List<DraftTask> tasks) => tasks.Count == 0 ? null : new UnitGap(words, tasks[0].Id, tasks.Count);
}
