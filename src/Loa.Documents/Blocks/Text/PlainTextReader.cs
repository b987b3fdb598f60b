using System.Globalization;

namespace Loa.Documents.Blocks.Text;

/// <summary>Reads plain text: each line is a paragraph, lines with tabs are rows of a table.</summary>
internal static class PlainTextReader
{
    public static SourceDocument Read(ReadOnlyMemory<byte> bytes, ReadBudget budget)
    {
        if (bytes.Length > budget.Limits.TextFileBytes)
            throw new DocumentException(DocumentFailure.TooLarge, string.Create(CultureInfo.InvariantCulture, $"> {budget.Limits.TextFileBytes >> 20} MB"));
        var text = TextEncodings.Decode(bytes.Span);
        return FromText(text, SourceFormat.Text, budget);
    }

    public static SourceDocument FromText(string text, SourceFormat format, ReadBudget budget)
    {
        var collector = new BlockCollector(budget.Limits);
        var body = new TextBody(collector);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            budget.Check();
            body.Add(line);
        }
        return new SourceDocument { Format = format, Blocks = body.Finish(), Paragraphs = collector.Paragraphs };
    }
}
