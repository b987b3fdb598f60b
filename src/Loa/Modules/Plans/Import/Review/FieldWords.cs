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
        _ => words["Nội dung quá dài hoặc không hợp lệ; hãy rút gọn."],
    };

    /// <summary>Where the browser cannot grow a field with its text, at least its lines fit.</summary>
    public static int Rows(FieldKind kind, string value) =>
        kind == FieldKind.Lines ? Math.Clamp(value.Split('\n').Length, 1, 8) : Math.Clamp((value.Length / 70) + 1, 1, 8);
}
