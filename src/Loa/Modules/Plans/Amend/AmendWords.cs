using Microsoft.Extensions.Localization;

namespace Loa.Modules.Plans.Amend;

/// <summary>Two editions beside each other, as the pages show them.</summary>
/// <param name="PlanId">The new edition; null while it is a draft.</param>
internal sealed record ComparisonView(PlanComparison Comparison, IReadOnlyDictionary<Guid, string> Names, Guid OldPlanId, Guid? PlanId)
{
    /// <summary>The first names, and how many more.</summary>
    public (string Names, int More) Spell(IReadOnlyList<TaskPart> parts) =>
        (string.Join(", ", parts.Take(PlanEditions.NamesMost).Select(part => Names[part.AgencyId])), Math.Max(0, parts.Count - PlanEditions.NamesMost));
}

internal static class AmendWords
{
    public static string Title(IStringLocalizer words, TaskField field) => field switch
    {
        TaskField.Content => words["Nội dung công việc"],
        TaskField.Detail => words["Nội dung chi tiết"],
        TaskField.Product => words["Sản phẩm, kết quả"],
        TaskField.Time => words["Thời gian"],
        TaskField.Request => words["Tính chất"],
        TaskField.Lead => words["Chủ trì"],
        TaskField.Coordinating => words["Phối hợp"],
        TaskField.Monitoring => words["Theo dõi"],
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    /// <summary>As the edition has it; null where it says nothing.</summary>
    public static string? Value(IStringLocalizer words, TaskField field, PlanTask task) => field switch
    {
        TaskField.Content => task.Content,
        TaskField.Detail => task.Detail,
        TaskField.Product => task.Product,
        TaskField.Time => task.When is null ? PlanWords.Kind(words, task.TimeframeKind) : $"{task.When} ({PlanWords.Meaning(words, task.TimeframeKind, task.From, task.DueOn, task.Every)})",
        TaskField.Request => task.IsRequest ? words["Đề nghị"] : words["Nhiệm vụ"],
        TaskField.Lead => Printed(task, AssignmentRole.Lead),
        TaskField.Coordinating => Printed(task, AssignmentRole.Coordinating),
        TaskField.Monitoring => Printed(task, AssignmentRole.Monitoring),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    private static string? Printed(PlanTask task, AssignmentRole role) =>
        task.Agencies.Exists(agency => agency.Role == role) ? string.Join("; ", task.Agencies.Where(agency => agency.Role == role).OrderBy(agency => agency.Ordinal).Select(agency => agency.Text)) : null;
}
