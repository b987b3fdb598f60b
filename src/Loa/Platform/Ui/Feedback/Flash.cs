using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Loa.Platform.Ui;

/// <summary>A message that survives one redirect: <c>TempData.Flash(Tone.Good, L["Đã lưu."])</c>, with a way back where the act can be undone.</summary>
internal sealed record Flash(Tone Tone, string Text, string? UndoUrl = null)
{
    internal const string Key = "loa-flash";
}

internal static class FlashExtensions
{
    /// <param name="undoUrl">An address that undoes the act when posted to.</param>
    public static void Flash(this ITempDataDictionary tempData, Tone tone, string text, string? undoUrl = null)
    {
        List<Flash> all = [.. tempData.TakeFlashes(), new Flash(tone, text, undoUrl)];
        tempData[Ui.Flash.Key] = JsonSerializer.Serialize(all);
    }

    internal static IReadOnlyList<Flash> TakeFlashes(this ITempDataDictionary tempData) =>
        tempData[Ui.Flash.Key] is string json ? JsonSerializer.Deserialize<List<Flash>>(json) ?? [] : [];
}
