namespace Loa.Platform.Files;

internal enum FileRefusal
{
    Empty = 1,
    TooLarge = 2,
}

/// <summary>What the sender can correct: an empty file, or one over the limit (in bytes).</summary>
internal sealed class FileRefusedException(FileRefusal refusal, long limit) : Exception($"File refused: {refusal}.")
{
    public FileRefusal Refusal { get; } = refusal;

    public long Limit { get; } = limit;
}
