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
        Pack(stream, document.Contact, pen => PackageParts.Core(pen, document), (pen, links) => MainPart.Write(pen, document, links));
    }

    /// <summary>
    /// Writes one section of a larger document, in the same styles, for pasting into it: its title, its text and its annexes, without heading and signature.
    /// </summary>
    /// <param name="fragment">What to write; its body, annexes and rows are enumerated once.</param>
    /// <param name="stream">Where to: need not be seekable, is left open.</param>
    /// <exception cref="ArgumentException">The title is blank, or its blocks cannot be printed, as in <see cref="Write"/>.</exception>
    public static void WriteFragment(DocumentFragment fragment, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(fragment);
        ArgumentNullException.ThrowIfNull(stream);
        Given(fragment.Title, nameof(fragment.Title), nameof(fragment));
        foreach (var annex in fragment.Annexes)
            Given(annex.Title, nameof(annex.Title), nameof(fragment));
        Pack(stream, null, pen => PackageParts.Core(pen, fragment), (pen, links) => MainPart.Write(pen, fragment, links));
    }

    private static void Pack(Stream stream, ContactFoot? contact, Action<Pen> core, Action<Pen, Links> text)
    {
        var links = new Links();
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Part(archive, "[Content_Types].xml", pen => PackageParts.ContentTypes(pen, contact is not null));
        Part(archive, "_rels/.rels", PackageParts.Relationships);
        Part(archive, "docProps/core.xml", core);
        Part(archive, "docProps/app.xml", PackageParts.Application);
        Part(archive, "word/styles.xml", StyleSheet.Write);
        Part(archive, "word/settings.xml", PackageParts.Settings);
        Part(archive, "word/header1.xml", PageFurniture.Header);
        if (contact is not null)
        {
            Part(archive, "word/footer1.xml", pen => PageFurniture.Footer(pen, contact));
            Part(archive, "word/footer2.xml", PageFurniture.EmptyFooter);
        }

        Part(archive, "word/document.xml", pen => text(pen, links));

        // Last, since links are met while the text is written.
        Part(archive, "word/_rels/document.xml.rels", pen => PackageParts.DocumentRelationships(pen, contact is not null, links));
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
        Given(heading.Issuer, nameof(heading.Issuer), nameof(document));
        Given(heading.Symbol, nameof(heading.Symbol), nameof(document));
        Given(heading.Place, nameof(heading.Place), nameof(document));
        Given(document.Subject, nameof(document.Subject), nameof(document));
        Given(document.Signature.Title, nameof(document.Signature.Title), nameof(document));
        if (heading.Number is < 1)
            throw new ArgumentException("The number of a document begins with 1.", nameof(document));
        foreach (var annex in document.Annexes)
            Given(annex.Title, nameof(annex.Title), nameof(document));
    }

    private static void Given(string value, string name, string parameter)
    {
        if (string.IsNullOrWhiteSpace(value))
            throw new ArgumentException($"'{name}' is blank.", parameter);
    }
}
