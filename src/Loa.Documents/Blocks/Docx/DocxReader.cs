using System.Xml;

namespace Loa.Documents.Blocks.Docx;

/// <summary>Reads WordprocessingML straight from its XML, in one pass over the main part.</summary>
internal static class DocxReader
{
    public static SourceDocument Read(ReadOnlyMemory<byte> bytes, ReadBudget budget, SourceFormat format = SourceFormat.Docx)
    {
        var parts = new DocxParts(ZipPackage.Open(bytes, budget));
        using var xml = new WordXml(parts.OpenMain(), budget.Limits);
        if (!xml.Root("document"))
            throw new DocumentException(DocumentFailure.UnknownFormat);
        var collector = new BlockCollector(budget.Limits);
        var context = new DocxContext(xml, collector, parts, budget);
        var blocks = new DocxBodyReader(context).Read();
        return new SourceDocument
        {
            Format = format,
            Blocks = blocks,
            Paragraphs = collector.Paragraphs,
            Omissions = [.. context.Omissions],
            ConvertedFrom = context.ConvertedFrom,
        };
    }
}
