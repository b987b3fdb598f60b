using Microsoft.Extensions.Localization;

namespace Loa.Platform.Sheets;

/// <summary>Something wrong with one row of a sheet; the message is a key of the localizer.</summary>
/// <param name="Row">As the spreadsheet counts; null for the list as a whole.</param>
internal sealed record RowProblem(int? Row, string Message, params object[] Arguments)
{
    public string Describe(IStringLocalizer words) => Row is { } row ? words["Dòng {0}: {1}", row, words[Message, Arguments].Value] : words[Message, Arguments];
}
