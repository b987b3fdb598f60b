namespace Loa.Platform.Files;

/// <summary>
/// Takes out of a picture what it says beside the picture: where and when it was taken, with which device, by whom. The coded pixels are copied byte by byte, nothing is coded
/// anew; how the picture is to be turned stays.
/// </summary>
internal static class MetadataStripper
{
    public static bool Knows(ContentKind kind) => kind is ContentKind.Jpeg or ContentKind.Png or ContentKind.Webp or ContentKind.Gif;

    /// <returns>False where the picture is not whole; what was written then is worthless.</returns>
    public static bool Strip(ContentKind kind, ReadOnlySpan<byte> picture, Stream output) => kind switch
    {
        ContentKind.Jpeg => JpegStripper.Strip(picture, output),
        ContentKind.Png => PngStripper.Strip(picture, output),
        ContentKind.Webp => WebpStripper.Strip(picture, output),
        ContentKind.Gif => GifStripper.Strip(picture, output),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
