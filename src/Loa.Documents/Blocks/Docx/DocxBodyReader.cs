namespace Loa.Documents.Blocks.Docx;

/// <summary>Reads <c>w:body</c>: paragraphs and tables, however deeply they are wrapped.</summary>
internal sealed class DocxBodyReader
{
    private readonly DocxContext _context;
    private readonly DocxParagraphReader _paragraphs;
    private readonly DocxTableReader _tables;

    public DocxBodyReader(DocxContext context)
    {
        _context = context;
        _paragraphs = new DocxParagraphReader(context, this);
        _tables = new DocxTableReader(context, this);
    }

    public List<Block> Read()
    {
        var blocks = new List<Block>();
        ReadInto(blocks);
        _paragraphs.Flush(blocks);
        return blocks;
    }

    /// <summary>Reads the content of the current element to its end.</summary>
    public void ReadInto(List<Block> blocks)
    {
        var xml = _context.Xml;
        if (xml.Reader.IsEmptyElement)
            return;
        var depth = xml.Reader.Depth;
        while (xml.Next(depth))
            Block(blocks);
    }

    /// <summary>Text that waits for a following paragraph does not leave its cell.</summary>
    public void EndCell(List<Block> blocks) => _paragraphs.Flush(blocks);

    /// <summary>Reads the current element when it is a block or a wrapper; false when it is something else.</summary>
    public bool Block(List<Block> blocks)
    {
        var xml = _context.Xml;
        if (xml.IsWord)
        {
            switch (xml.Reader.LocalName)
            {
                case "p":
                    _paragraphs.Read(blocks);
                    return true;
                case "tbl":
                    _paragraphs.Flush(blocks);
                    _tables.Read(blocks);
                    return true;
                case "sectPr":
                    xml.Skip();
                    return true;
            }
        }
        return _context.Transparency.Handle(_context);
    }
}
