using System.Collections.Frozen;

namespace Loa.Platform.Files;

/// <summary>What a received file is, told from its content.</summary>
internal enum ContentKind
{
    Jpeg = 1,
    Png = 2,
    Webp = 3,
    Gif = 4,
    Pdf = 5,
    Docx = 6,
    Xlsx = 7,
    Pptx = 8,
    Doc = 9,
    Xls = 10,
    Ppt = 11,
    Mp3 = 12,
    M4a = 13,
    Ogg = 14,
    Wav = 15,
    Mp4 = 16,
    Mov = 17,
    Webm = 18,
    Text = 19,
    Heic = 20,
}

internal enum ContentFamily
{
    Image = 1,
    Document = 2,
    Audio = 3,
    Video = 4,
}

/// <param name="Name">What people call it; the same in both languages.</param>
/// <param name="Type">The content type it is served with.</param>
/// <param name="Extensions">What its name may end in; the first is given where it ends in another.</param>
internal sealed record ContentFacts(ContentKind Kind, ContentFamily Family, string Name, string Type, params string[] Extensions)
{
    /// <summary>Browsers show it without running anything of it.</summary>
    public bool IsShown => Family != ContentFamily.Document || Kind == ContentKind.Pdf;
}

internal static class ContentKinds
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    private static readonly FrozenDictionary<ContentKind, ContentFacts> All = new ContentFacts[]
    {
        new(ContentKind.Jpeg, ContentFamily.Image, "JPEG", "image/jpeg", ".jpg", ".jpeg", ".jfif"),
        new(ContentKind.Png, ContentFamily.Image, "PNG", "image/png", ".png"),
        new(ContentKind.Webp, ContentFamily.Image, "WebP", "image/webp", ".webp"),
        new(ContentKind.Gif, ContentFamily.Image, "GIF", "image/gif", ".gif"),
        new(ContentKind.Heic, ContentFamily.Image, "HEIC", "image/heic", ".heic", ".heif"),
        new(ContentKind.Pdf, ContentFamily.Document, "PDF", "application/pdf", ".pdf"),
        new(ContentKind.Docx, ContentFamily.Document, "Word", Office + "wordprocessingml.document", ".docx"),
        new(ContentKind.Xlsx, ContentFamily.Document, "Excel", Office + "spreadsheetml.sheet", ".xlsx"),
        new(ContentKind.Pptx, ContentFamily.Document, "PowerPoint", Office + "presentationml.presentation", ".pptx"),
        new(ContentKind.Doc, ContentFamily.Document, "Word 97–2003", "application/msword", ".doc"),
        new(ContentKind.Xls, ContentFamily.Document, "Excel 97–2003", "application/vnd.ms-excel", ".xls"),
        new(ContentKind.Ppt, ContentFamily.Document, "PowerPoint 97–2003", "application/vnd.ms-powerpoint", ".ppt"),
        new(ContentKind.Text, ContentFamily.Document, "TXT", "text/plain; charset=utf-8", ".txt"),
        new(ContentKind.Mp3, ContentFamily.Audio, "MP3", "audio/mpeg", ".mp3"),
        new(ContentKind.M4a, ContentFamily.Audio, "M4A", "audio/mp4", ".m4a", ".m4b"),
        new(ContentKind.Ogg, ContentFamily.Audio, "OGG", "audio/ogg", ".ogg", ".oga", ".opus"),
        new(ContentKind.Wav, ContentFamily.Audio, "WAV", "audio/wav", ".wav"),
        new(ContentKind.Mp4, ContentFamily.Video, "MP4", "video/mp4", ".mp4", ".m4v"),
        new(ContentKind.Mov, ContentFamily.Video, "MOV", "video/quicktime", ".mov"),
        new(ContentKind.Webm, ContentFamily.Video, "WebM", "video/webm", ".webm"),
    }.ToFrozenDictionary(facts => facts.Kind);

    public static ContentFacts Facts(this ContentKind kind) => All[kind];

    /// <summary>The name as it is kept: where it ends in what the content is not, the right ending is added in its place.</summary>
    public static string NameFor(this ContentKind kind, string fileName)
    {
        var facts = kind.Facts();
        var ending = Path.GetExtension(fileName);
        if (facts.Extensions.Contains(ending, StringComparer.OrdinalIgnoreCase))
            return fileName;
        // Only what looks like an ending is replaced; a full stop within a title is none.
        var bare = ending.Length is > 1 and <= 6 && ending.Skip(1).All(char.IsAsciiLetterOrDigit) ? fileName[..^ending.Length] : fileName;
        return (bare.Length == 0 ? SafeFileName.Fallback : bare) + facts.Extensions[0];
    }
}
