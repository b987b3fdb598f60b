namespace Loa.Documents;

/// <summary>Why a file could not be read, as a closed list; the words shown to a person are made from it.</summary>
public enum DocumentFailure
{
    NotFound = 1,
    Empty = 2,
    UnknownFormat = 3,
    Encrypted = 4,
    Damaged = 5,
    TooLarge = 6,
    TooSlow = 7,
    HelperMissing = 8,
    LegacyEncoding = 9,
    NotAPlan = 10,
    NotVietnamese = 11,
    Stopped = 12,
    NotDocx = 13,
}

/// <summary>A file that cannot be read: the one exception that <c>Loa.Documents</c> throws for bad input.</summary>
public sealed class DocumentException : Exception
{
    public DocumentException(DocumentFailure failure, string? detail = null, Exception? inner = null)
        : base(DocumentMessages.Vietnamese(failure, detail), inner)
    {
        Failure = failure;
        Detail = detail;
    }

    public DocumentFailure Failure { get; }

    /// <summary>A name the sentence needs: the missing package, the limit passed, the encoding found.</summary>
    public string? Detail { get; }

    /// <summary>Exit code of <c>loa plan read</c>: 2 not a plan, 3 cannot be opened.</summary>
    public int ExitCode => Failure is DocumentFailure.NotAPlan or DocumentFailure.NotVietnamese ? 2 : 3;

    /// <summary>One sentence in English; <see cref="Exception.Message"/> is the Vietnamese one.</summary>
    public string English => DocumentMessages.English(Failure, Detail);
}
