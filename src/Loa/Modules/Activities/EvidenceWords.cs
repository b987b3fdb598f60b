using Loa.Platform;
using Loa.Platform.Files;
using Loa.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Activities;

/// <summary>What is said about evidence: keys of the localizer.</summary>
internal static class EvidenceWords
{
    /// <summary>Null where there is nothing to say: who is not told of a scan need not wonder about it.</summary>
    public static string? Of(ScanState scan) => scan switch
    {
        ScanState.Clean => null,
        ScanState.Infected => "Đã cách ly: có mã độc",
        _ => "Chưa quét vi-rút",
    };

    public static string Of(LinkState link) => link switch
    {
        LinkState.Reachable => "Mở được",
        LinkState.Changed => "Nội dung đã thay đổi",
        LinkState.Gone => "Không mở được",
        _ => "Chưa kiểm tra",
    };

    public static Tone Tone(LinkState link) => link switch
    {
        LinkState.Reachable => Platform.Ui.Tone.Good,
        LinkState.Unchecked => Platform.Ui.Tone.Neutral,
        _ => Platform.Ui.Tone.Warning,
    };

    public static string Icon(ContentKind kind) => kind.Facts().Family switch
    {
        ContentFamily.Audio => "megaphone",
        ContentFamily.Video => "activity",
        _ => "file",
    };

    /// <summary>What became of a file that was taken.</summary>
    public static string Taken(IStringLocalizer words, AddedFile added) => added switch
    {
        { Already: true } => words["{0}: tệp này đã có trong minh chứng của hoạt động, không thêm lần nữa.", added.File.Name],
        { File.Renamed: true } => words["Nội dung tệp là {0}, không như đuôi tên đã ghi; đã lưu với tên {1}.", added.File.Kind.Facts().Name, added.File.Name],
        _ => words["Đã thêm {0}.", added.File.Name],
    };
}
