using System.IO.Compression;
using Loa.Documents.Writing.Parts;

namespace Loa.Documents.Writing;

/// <summary>
/// Writes a document as DOCX in the format of Decree 30/2020/NĐ-CP, Annex I. The text goes straight to the archive as it is
/// enumerated: memory does not grow with the document.
/// </summary>
public static class DocumentWriter
{
    /// <param name="document">What to write; its body, annexes and rows are enumerated once.</param>
    /// <param name="stream">Where to: need not be seekable, is left open.</param>
    /// <exception cref="ArgumentException">
    /// The document cannot be printed: a number below 1, a blank name, a table without columns or with a row longer than its
    /// heading, a link that is not http, https or mailto. What was written by then is to be thrown away.
    /// </exception>
    public static void Write(AdministrativeDocument document, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(stream);
        Check(document);
        var links = new Links();
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Part(archive, "[Content_Types].xml", pen => PackageParts.ContentTypes(pen, document));
        Part(archive, "_rels/.rels", PackageParts.Relationships);
        Part(archive, "docProps/core.xml", pen => PackageParts.Core(pen, document));
        Part(archive, "docProps/app.xml", PackageParts.Application);
        Part(archive, "word/styles.xml", StyleSheet.Write);
        Part(archive, "word/settings.xml", PackageParts.Settings);
        Part(archive, "word/header1.xml", PageFurniture.Header);
        if (document.Contact is { } contact)
        {
            Part(archive, "word/footer1.xml", pen => PageFurniture.Footer(pen, contact));
            Part(archive, "word/footer2.xml", PageFurniture.EmptyFooter);
        }

        Part(archive, "word/document.xml", pen => new MainPart(pen, document, links).Write());

        // Last, since links are met while the text is written.
        Part(archive, "word/_rels/document.xml.rels", pen => PackageParts.DocumentRelationships(pen, document, links));
    }

    private static void Part(ZipArchive archive, string name, Action<Pen> write)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);

        // A fixed time, so that the same document always gives the same file.
        entry.LastWriteTime = new DateTimeOffset(2020, 3, 5, 0, 0, 0, TimeSpan.Zero);
        using var part = entry.Open();
        using var pen = new Pen(part);
        write(pen);
    }

    private static void Check(AdministrativeDocument document)
    {
        var heading = document.Heading;
        Given(heading.Issuer, nameof(heading.Issuer));
        Given(heading.Symbol, nameof(heading.Symbol));
        Given(heading.Place, nameof(heading.Place));
        Given(document.Subject, nameof(document.Subject));
        Given(document.Signature.Title, nameof(document.Signature.Title));
        if (heading.Number is < 1)
            throw new ArgumentException("The number of a document begins with 1.", nameof(document));
        foreach (var annex in document.Annexes)
            Given(annex.Title, nameof(annex.Title));

        void Given(string value, string name)
        {
            if (string.IsNullOrWhiteSpace(value))
                throw new ArgumentException($"'{name}' is blank.", nameof(document));
        }
    }
}
