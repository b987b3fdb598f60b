namespace Loa.Modules.Plans.UnitPlans;

/// <summary>The signed document as it is received: a PDF, mostly a scan, or a Word file with a digital signature.</summary>
internal static class SignedFiles
{
    public const string Accept = ".pdf,.docx,.doc";

    /// <summary>Name and content agree on one of the kinds; the stream is then at its beginning again.</summary>
    public static async Task<bool> LooksRightAsync(string fileName, Stream content, CancellationToken cancellationToken)
    {
        var start = new byte[1024];
        var length = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        content.Position = 0;
        return Path.GetExtension(fileName).ToLowerInvariant() switch
        {
            // Readers accept a PDF whose header stands within the first 1024 bytes.
            ".pdf" => start.AsSpan(0, length).IndexOf("%PDF-"u8) >= 0,
            ".docx" => start.AsSpan(0, length).StartsWith("PK\x03\x04"u8),
            ".doc" => start.AsSpan(0, length).StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]),
            _ => false,
        };
    }
}
