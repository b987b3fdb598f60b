using System.Globalization;

namespace Loa.Documents.Writing.Parts;

/// <summary>Writes the small parts that hold a DOCX together.</summary>
internal static class PackageParts
{
    public const string HeaderId = "dauTrang";
    public const string FooterId = "chanTrang";
    public const string EmptyFooterId = "chanTrangTrong";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    public static void ContentTypes(Pen pen, bool hasContact)
    {
        pen.Xml.WriteStartElement("Types", $"{Package}/content-types");
        Entry(pen, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
        Entry(pen, "Default", ("Extension", "xml"), ("ContentType", "application/xml"));
        Entry(pen, "Override", ("PartName", "/docProps/core.xml"), ("ContentType", "application/vnd.openxmlformats-package.core-properties+xml"));
        Entry(pen, "Override", ("PartName", "/docProps/app.xml"), ("ContentType", "application/vnd.openxmlformats-officedocument.extended-properties+xml"));
        Part(pen, "document", "document.main");
        Part(pen, "styles", "styles");
        Part(pen, "settings", "settings");
        Part(pen, "header1", "header");
        if (hasContact)
        {
            Part(pen, "footer1", "footer");
            Part(pen, "footer2", "footer");
        }

        pen.End();
    }

    public static void Relationships(Pen pen)
    {
        pen.Xml.WriteStartElement("Relationships", $"{Package}/relationships");
        Relationship(pen, "vanBan", $"{Office}/officeDocument", "word/document.xml");
        Relationship(pen, "thuocTinh", $"{Package}/relationships/metadata/core-properties", "docProps/core.xml");
        Relationship(pen, "chuongTrinh", $"{Office}/extended-properties", "docProps/app.xml");
        pen.End();
    }

    public static void DocumentRelationships(Pen pen, bool hasContact, Links links)
    {
        pen.Xml.WriteStartElement("Relationships", $"{Package}/relationships");
        Relationship(pen, "kieu", $"{Office}/styles", "styles.xml");
        Relationship(pen, "thietDat", $"{Office}/settings", "settings.xml");
        Relationship(pen, HeaderId, $"{Office}/header", "header1.xml");
        if (hasContact)
        {
            Relationship(pen, FooterId, $"{Office}/footer", "footer1.xml");
            Relationship(pen, EmptyFooterId, $"{Office}/footer", "footer2.xml");
        }

        foreach (var (target, id) in links.Ids)
            Entry(pen, "Relationship", ("Id", id), ("Type", $"{Office}/hyperlink"), ("Target", target), ("TargetMode", "External"));
        pen.End();
    }

    public static void Core(Pen pen, AdministrativeDocument document) => Core(pen, $"{document.Kind.InText} {document.Subject}", document.Subject, document.Heading.Issuer, document.Heading.Date);

    public static void Core(Pen pen, DocumentFragment fragment) => Core(pen, fragment.Title, fragment.Title, null, null);

    private static void Core(Pen pen, string title, string subject, string? creator, DateOnly? created)
    {
        const string dc = "http://purl.org/dc/elements/1.1/";
        const string terms = "http://purl.org/dc/terms/";
        var xml = pen.Xml;
        xml.WriteStartElement("cp", "coreProperties", $"{Package}/metadata/core-properties");
        xml.WriteAttributeString("xmlns", "dc", null, dc);
        xml.WriteAttributeString("xmlns", "dcterms", null, terms);
        xml.WriteElementString("dc", "title", dc, Line(title));
        xml.WriteElementString("dc", "subject", dc, Line(subject));
        if (creator is not null)
            xml.WriteElementString("dc", "creator", dc, Line(creator));
        xml.WriteElementString("dc", "language", dc, "vi-VN");
        if (created is { } date)
        {
            xml.WriteStartElement("dcterms", "created", terms);
            xml.WriteAttributeString("xsi", "type", "http://www.w3.org/2001/XMLSchema-instance", "dcterms:W3CDTF");
            xml.WriteString(date.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    public static void Application(Pen pen)
    {
        pen.Xml.WriteStartElement("Properties", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties");
        pen.Xml.WriteElementString("Application", "Loa");
        pen.End();
    }

    public static void Settings(Pen pen)
    {
        pen.Root("settings");
        pen.Value("defaultTabStop", 720);
        pen.Value("characterSpacingControl", "doNotCompress");
        pen.Start("compat");
        pen.Element("compatSetting", ("name", "compatibilityMode"), ("uri", "http://schemas.microsoft.com/office/word"), ("val", 15));
        pen.End();
        pen.Element("themeFontLang", ("val", "vi-VN"));
        pen.Value("decimalSymbol", ",");
        pen.Value("listSeparator", ";");
        pen.End();
    }

    private static string Line(string text) => string.Join(' ', XmlText.Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void Part(Pen pen, string name, string type) =>
        Entry(pen, "Override", ("PartName", $"/word/{name}.xml"), ("ContentType", $"{WordType}{type}+xml"));

    private static void Relationship(Pen pen, string id, string type, string target) =>
        Entry(pen, "Relationship", ("Id", id), ("Type", type), ("Target", target));

    private static void Entry(Pen pen, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        pen.Xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
            pen.Xml.WriteAttributeString(attribute, value);
        pen.End();
    }
}
