using Loa.Modules.Plans.Import.Drafts;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Plans.Import.Review;

/// <summary>Which fields stand open on an item's card, and which wait behind "more".</summary>
internal sealed record FieldLayout(IReadOnlyList<DraftField> Shown, IReadOnlyList<DraftField> More)
{
    private static readonly string[] MoreOfTask = ["monitoring", "from", "product", "detail", "inCharge", "estimate", "group", "number", "request"];

    private static readonly string[] MoreOfWrittenTask = ["lead", "from", "detail", "group", "number", "request"];

    /// <summary>A plan of one's own is no decision that issues something.</summary>
    private static readonly string[] NotWritten = ["promulgates"];

    private static readonly string[] MoreOfTarget = ["numerator", "denominator"];

    private static readonly string[] MoreOfHeading = ["promulgates", "parentIssuer", "place", "signerAuthority", "signerCapacity", "recipients", "budget"];

    public static FieldLayout Of(DraftItem item, bool isWritten = false)
    {
        // Only a form of communication has codes.
        var fields = item.Fields.Where(f => (f.Name != "forms" || item is not DraftText { Kind: not PlanTextKind.Form })
            // What is counted is defined by the plan above.
            && !(item is DraftTarget { DefinitionId: not null } && MoreOfTarget.Contains(f.Name)) && !(isWritten && NotWritten.Contains(f.Name))).ToList();
        string[] later = item switch
        {
            DraftTask when isWritten => MoreOfWrittenTask,
            DraftHeading when isWritten => [],
            // A product or detail the document prints is worth seeing at once.
            DraftTask task => [.. MoreOfTask.Where(name => !(name == "product" && task.Product is not null) && !(name == "detail" && task.Detail is not null) && !(name == "monitoring" && task.Monitoring.Count > 0))],
            DraftHeading => MoreOfHeading,
            DraftTarget => MoreOfTarget,
            _ => [],
        };
        return new FieldLayout([.. fields.Where(f => !later.Contains(f.Name))], [.. fields.Where(f => later.Contains(f.Name))]);
    }
}

/// <summary>How an item is called on its card.</summary>
internal static class ItemTitle
{
    public static string Of(IStringLocalizer words, PlanDraft draft, DraftItem item) => item switch
    {
        DraftTask { Number: { } number } => words["Nhiệm vụ {0}", number],
        DraftTask task => words["Nhiệm vụ thứ {0}", draft.Tasks.IndexOf(task) + 1],
        DraftHeading => words["Thể thức văn bản"],
        DraftBasis basis => words["Căn cứ {0}", draft.Bases.IndexOf(basis) + 1],
        DraftText text => DraftWords.TextKind(words, text.Kind),
        DraftTarget target => words["Chỉ tiêu {0}", draft.Targets.IndexOf(target) + 1],
        DraftResponsibility responsibility => words["Cơ quan {0}", draft.Responsibilities.IndexOf(responsibility) + 1],
        DraftDuty duty => DutyTitle(words, draft, duty),
        DraftCadence cadence => words["Định mức {0}", draft.Cadences.IndexOf(cadence) + 1],
        DraftReporting reporting => words["Chế độ báo cáo {0}", draft.Reporting.IndexOf(reporting) + 1],
        DraftUnread unread => words["Đoạn {0}", draft.Unread.IndexOf(unread) + 1],
        _ => "",
    };

    private static string DutyTitle(IStringLocalizer words, PlanDraft draft, DraftDuty duty)
    {
        var owner = draft.Responsibilities.FindIndex(r => r.Duties.Contains(duty));
        return words["Trách nhiệm {0}.{1}", owner + 1, draft.Responsibilities[owner].Duties.IndexOf(duty) + 1];
    }
}
