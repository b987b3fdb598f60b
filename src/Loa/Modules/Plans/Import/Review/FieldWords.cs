using Loa.Documents.Plans;
using Loa.Modules.Plans.Import.Drafts;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Plans.Import.Review;

internal static class FieldWords
{
    /// <summary>What to do about a field that was not understood.</summary>
    public static string Error(IStringLocalizer words, FieldKind kind) => kind switch
    {
        FieldKind.Date => words["Chưa hiểu ngày này; hãy nhập như 25/5/2024."],
        FieldKind.Number or FieldKind.Line => words["Chưa hiểu con số này; hãy nhập chữ số, ví dụ 12 hoặc 1,5."],
        FieldKind.Money => words["Chưa hiểu số tiền này; hãy nhập số đồng, ví dụ 12.500.000."],
        FieldKind.Lines => words["Có dòng chưa hiểu hoặc quá dài; hãy ghi mỗi dòng một mục, ví dụ Hội nghị."],
        _ => words["Nội dung quá dài hoặc không hợp lệ; hãy rút gọn."],
    };

    /// <summary>The closed list of a field as (value, words); an empty value where the field may be left open.</summary>
    public static IReadOnlyList<(string Value, string Words)> Choices(IStringLocalizer words, string field) => field switch
    {
        "kind" => [.. Enum.GetValues<PlanTextKind>().Select(kind => (kind.ToString(), DraftWords.TextKind(words, kind)))],
        "comparison" => [("", ""), .. Enum.GetValues<TargetComparison>().Select(comparison => (comparison.ToString(), comparison == TargetComparison.Exactly ? words["đúng bằng"].Value : PlanWords.Comparison(words, comparison)))],
        "period" => [("", ""), .. Enum.GetValues<ReportingPeriodKind>().Select(period => (period.ToString(), PlanWords.Period(words, period)))],
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    /// <summary>Where the browser cannot grow a field with its text, at least its lines fit.</summary>
    public static int Rows(FieldKind kind, string value) =>
        kind == FieldKind.Lines ? Math.Clamp(value.Split('\n').Length, 1, 8) : Math.Clamp((value.Length / 70) + 1, 1, 8);
}
