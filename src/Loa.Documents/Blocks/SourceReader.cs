using System.Text.RegularExpressions;
using System.Xml;
using Loa.Documents.Blocks.Docx;
using Loa.Documents.Blocks.Helpers;
using Loa.Documents.Blocks.Pages;
using Loa.Documents.Blocks.Text;

namespace Loa.Documents.Blocks;

/// <summary>Reads a file of any supported format as paragraphs and tables. The format is recognised by content, never by name.</summary>
public static class SourceReader
{
    /// <exception cref="DocumentException">The file cannot be read; the exception says why in Vietnamese and English.</exception>
    public static SourceDocument Read(string path, ReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Read(path, options, ReadBytes, cancellationToken);
    }

    /// <inheritdoc cref="Read(string, ReadOptions?, CancellationToken)"/>
    public static SourceDocument Read(Stream stream, ReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Read(stream, options, ReadBytes, cancellationToken);
    }

    /// <summary>The same care for another way of reading the bytes: limits, clock, and one exception for bad input.</summary>
    internal static T Read<T>(string path, ReadOptions? options, Func<ReadOnlyMemory<byte>, ReadBudget, T> read, CancellationToken cancellationToken) =>
        Guarded(options, budget =>
        {
            if (!File.Exists(path))
                throw new DocumentException(DocumentFailure.NotFound, Path.GetFileName(path));
            using var stream = File.OpenRead(path);
            return read(Load(stream, budget), budget);
        }, cancellationToken);

    /// <inheritdoc cref="Read{T}(string, ReadOptions?, Func{ReadOnlyMemory{byte}, ReadBudget, T}, CancellationToken)"/>
    internal static T Read<T>(Stream stream, ReadOptions? options, Func<ReadOnlyMemory<byte>, ReadBudget, T> read, CancellationToken cancellationToken) =>
        Guarded(options, budget => read(Load(stream, budget), budget), cancellationToken);

    private static SourceDocument ReadBytes(ReadOnlyMemory<byte> bytes, ReadBudget budget) => FileKinds.Detect(bytes.Span) switch
    {
        FileKind.Empty => throw new DocumentException(DocumentFailure.Empty),
        FileKind.Zip => DocxReader.Read(bytes, budget),
        FileKind.Text => PlainTextReader.Read(bytes, budget),
        FileKind.OldWord => OldWordReader.Read(bytes, budget),
        FileKind.Pdf => PdfReader.Read(bytes, budget),
        FileKind.EncryptedOffice => throw new DocumentException(DocumentFailure.Encrypted),
        _ => throw new DocumentException(DocumentFailure.UnknownFormat),
    };

    // The one place where what the platform throws on bad bytes becomes our exception. Only exceptions that say
    // "the data is bad" are named; a NullReferenceException stays what it is: a bug to be seen.
    private static T Guarded<T>(ReadOptions? options, Func<ReadBudget, T> read, CancellationToken cancellationToken)
    {
        using var budget = new ReadBudget(options ?? ReadOptions.Default, cancellationToken);
        try
        {
            budget.Check();
            return read(budget);
        }
        catch (OperationCanceledException e)
        {
            throw budget.Stopped(e);
        }
        catch (RegexMatchTimeoutException e)
        {
            throw new DocumentException(DocumentFailure.TooSlow, null, e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new DocumentException(DocumentFailure.NotFound, null, e);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or IOException)
        {
            throw new DocumentException(DocumentFailure.Damaged, null, e);
        }
    }

    private static ReadOnlyMemory<byte> Load(Stream stream, ReadBudget budget)
    {
        var limit = budget.Limits.FileBytes;
        if (stream.CanSeek && stream.Length - stream.Position > limit)
            throw TooLarge(limit);
        var buffer = new byte[stream.CanSeek ? (int)(stream.Length - stream.Position) + 1 : 64 << 10];
        var length = 0;
        while (true)
        {
            var read = stream.Read(buffer, length, buffer.Length - length);
            if (read == 0)
                return buffer.AsMemory(0, length);
            length += read;
            budget.Check();
            if (length > limit)
                throw TooLarge(limit);
            if (length == buffer.Length)
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, limit + 1));
        }
    }

    private static DocumentException TooLarge(long limit) => new(DocumentFailure.TooLarge, $"> {limit >> 20} MB");
}
