namespace Loa.Platform.Files;

/// <summary>One reception of a file: the name and time are of that reception, the content is shared by its hash.</summary>
internal sealed class StoredFile
{
    public const int NameMaxLength = 255;
    public const int ContentTypeMaxLength = 100;
    public const int HashLength = 64;

    public Guid StoredFileId { get; set; }

    /// <summary>SHA-256 of the content, lower-case hexadecimal.</summary>
    public required string Sha256 { get; set; }

    public long Length { get; set; }

    public required string FileName { get; set; }

    public required string ContentType { get; set; }

    public DateTime ReceivedAt { get; set; }

    public Guid? ReceivedBy { get; set; }
}
