namespace Loa.Documents.Blocks.Docx;

/// <summary>Counts what is really uncompressed, whatever the archive claims, and stops a bomb early.</summary>
internal sealed class BoundedStream(Stream inner, long compressed, ReadBudget budget) : Stream
{
    private const long RatioFrom = 4L << 20;
    private long _read;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer) => Count(inner.Read(buffer));

    public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private int Count(int read)
    {
        budget.Check();
        _read += read;
        if (_read > budget.Limits.PartBytes || (_read > RatioFrom && _read > Math.Max(1, compressed) * budget.Limits.PartRatio))
            throw new DocumentException(DocumentFailure.TooLarge);
        return read;
    }
}
