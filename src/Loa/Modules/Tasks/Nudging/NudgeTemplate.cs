using System.Globalization;
using System.Text.RegularExpressions;
using Loa.Modules.Notifications;

namespace Loa.Modules.Tasks.Nudging;

/// <summary>What stands for the placeholders in one agency's message.</summary>
/// <param name="Lines">The tasks that are late; of an agency that is late with none, those it has open.</param>
internal sealed record NudgeValues(string Agency, string Plan, int Late, IReadOnlyList<string> Lines);

/// <summary>A message with {placeholders}, filled for each agency.</summary>
internal static partial class NudgeTemplate
{
    public const string Agency = "{cơ quan}";
    public const string Plan = "{kế hoạch}";
    public const string Late = "{số việc quá hạn}";
    public const string Lines = "{danh sách}";
    public const string DefaultTitle = $"Đôn đốc thực hiện {Plan}";
    public const string DefaultText = $"{Agency} còn {Late} việc quá hạn:\n{Lines}\nĐề nghị cơ quan cập nhật tiến độ, hoặc nêu khó khăn, vướng mắc để được giải quyết.";

    public static readonly IReadOnlyList<string> All = [Agency, Plan, Late, Lines];

    /// <summary>The first thing in braces that means nothing; null when everything does.</summary>
    public static string? Unknown(string text) => Placeholder().Matches(text.Normalize()).Select(match => match.Value).FirstOrDefault(name => !All.Contains(name, StringComparer.OrdinalIgnoreCase));

    public static string Fill(string text, NudgeValues values)
    {
        var rest = Replace(text, values, "");
        return Replace(text, values, WorkLines.Fit(values.Lines, Math.Max(100, Notification.TextMaxLength - rest.Length - 30)));
    }

    private static string Replace(string text, NudgeValues values, string lines) => Placeholder().Replace(text.Normalize(), match => match.Value.ToLower(CultureInfo.GetCultureInfo("vi-VN")) switch
    {
        Agency => values.Agency,
        Plan => values.Plan,
        Late => values.Late.ToString(CultureInfo.InvariantCulture),
        Lines => lines,
        _ => match.Value,
    });

    [GeneratedRegex(@"\{[^{}\n]*\}", RegexOptions.None, 2000)]
    private static partial Regex Placeholder();
}
