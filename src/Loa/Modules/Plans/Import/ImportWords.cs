using System.Globalization;
using Loa.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Plans.Import;

/// <summary>The states of an import as words.</summary>
internal static class ImportWords
{
    /// <summary>Why a file could not be read, in the reader's language.</summary>
    public static string Failure(PlanImport import) =>
        (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? import.FailureEn : import.FailureVi) ?? "";

    public static string Status(IStringLocalizer words, ImportStatus status) => status switch
    {
        ImportStatus.Queued => words["Chờ đọc"],
        ImportStatus.Reading => words["Đang đọc"],
        ImportStatus.Draft => words["Bản nháp"],
        ImportStatus.Failed => words["Chưa đọc được"],
        ImportStatus.Issued => words["Đã ban hành"],
        ImportStatus.Discarded => words["Đã bỏ"],
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static Tone Tone(ImportStatus status) => status switch
    {
        ImportStatus.Draft => Platform.Ui.Tone.Info,
        ImportStatus.Failed => Platform.Ui.Tone.Bad,
        ImportStatus.Issued => Platform.Ui.Tone.Good,
        _ => Platform.Ui.Tone.Neutral,
    };
}
