using System.Diagnostics;
using System.Text;

namespace Loa.Platform.Sheets;

/// <summary>What a stranger's sheet may take; beyond it the file is refused.</summary>
internal sealed record SheetLimits
{
    public int Rows { get; init; } = 20_000;

    public int Columns { get; init; } = 64;

    public int CellCharacters { get; init; } = 8_000;

    /// <summary>Of all parts that are read, inflated.</summary>
    public long UnpackedBytes { get; init; } = 128L << 20;

    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(10);
}

internal enum SheetRefusal
{
    /// <summary>Neither a workbook nor text.</summary>
    NotASheet = 1,
    TooManyRows = 2,
    TooManyColumns = 3,
    CellTooLong = 4,
    TooLarge = 5,
    TooSlow = 6,
}

internal sealed class SheetRefusedException(SheetRefusal refusal, Exception? inner = null) : Exception($"Sheet refused: {refusal}.", inner)
{
    public SheetRefusal Refusal { get; } = refusal;
}

/// <summary>
/// Reads the first sheet of a workbook (XLSX), or a CSV in UTF-8 or UTF-16, as rows of text, one after the other.
/// </summary>
/// <remarks>
/// A plan's document is read in a child process because helper programs and deep structures are part of that. Here it is enough to stay in this one: all code
/// is managed, nothing recurses, no declaration or entity of XML is followed, and whatever grows (inflated bytes, rows, columns, one cell, time) is
/// counted while it is read, never believed from the file. A formula is only its last result; a date is written as 2026-11-25.
/// </remarks>
internal static class SheetReader
{
    public static IEnumerable<SheetRow> Read(Stream stream, SheetLimits? limits = null)
    {
        var budget = new SheetBudget(limits ?? new SheetLimits());
        Span<byte> start = stackalloc byte[4];
        var read = stream.ReadAtLeast(start, 4, throwOnEndOfStream: false);
        stream.Position = 0;
        return read >= 4 && start is [(byte)'P', (byte)'K', 3, 4] ? XlsxReader.Read(stream, budget) : CsvReader.Read(stream, budget);
    }
}

internal sealed class SheetBudget(SheetLimits limits)
{
    private readonly long deadline = Stopwatch.GetTimestamp() + (long)(limits.Time.TotalSeconds * Stopwatch.Frequency);
    private long unpacked;
    private int rows;

    public void CountRow()
    {
        if (++rows > limits.Rows)
        {
            throw new SheetRefusedException(SheetRefusal.TooManyRows);
        }

        Check();
    }

    public void Check()
    {
        if (Stopwatch.GetTimestamp() > deadline)
        {
            throw new SheetRefusedException(SheetRefusal.TooSlow);
        }
    }

    public void CountBytes(int count)
    {
        if ((unpacked += count) > limits.UnpackedBytes)
        {
            throw new SheetRefusedException(SheetRefusal.TooLarge);
        }

        Check();
    }

    public void CheckColumn(int index)
    {
        if (index >= limits.Columns)
        {
            throw new SheetRefusedException(SheetRefusal.TooManyColumns);
        }
    }

    public void CheckCell(int length)
    {
        if (length > limits.CellCharacters)
        {
            throw new SheetRefusedException(SheetRefusal.CellTooLong);
        }
    }

    /// <summary>Composed, no surrounding blanks.</summary>
    public string Cell(string text)
    {
        CheckCell(text.Length);
        try
        {
            return text.Normalize(NormalizationForm.FormC).Trim();
        }
        catch (ArgumentException e)
        {
            // Half of a surrogate pair.
            throw new SheetRefusedException(SheetRefusal.NotASheet, e);
        }
    }
}

/// <summary>Counts what is inflated; a small file can say anything of its size.</summary>
internal sealed class CountingStream(Stream inner, SheetBudget budget) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        budget.CountBytes(read);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
