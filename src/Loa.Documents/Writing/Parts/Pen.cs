using System.Globalization;
using System.Text;
using System.Xml;

namespace Loa.Documents.Writing.Parts;

/// <summary>An <see cref="XmlWriter"/> over one part, with the small steps that all parts share.</summary>
internal sealed class Pen : IDisposable
{
    public const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public Pen(Stream stream)
    {
        Xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = false });
        Xml.WriteStartDocument(standalone: true);
    }

    public XmlWriter Xml { get; }

    public void Root(string name)
    {
        Xml.WriteStartElement("w", name, Word);
        Xml.WriteAttributeString("xmlns", "r", null, Relations);
    }

    public void Start(string name) => Xml.WriteStartElement("w", name, Word);

    public void End() => Xml.WriteEndElement();

    public void Attribute(string name, string value) => Xml.WriteAttributeString("w", name, Word, value);

    public void Attribute(string name, int value) => Attribute(name, value.ToString(CultureInfo.InvariantCulture));

    public void Empty(string name)
    {
        Start(name);
        End();
    }

    /// <summary>An element whose one attribute is <c>w:val</c>.</summary>
    public void Value(string name, string value)
    {
        Start(name);
        Attribute("val", value);
        End();
    }

    public void Value(string name, int value) => Value(name, value.ToString(CultureInfo.InvariantCulture));

    public void Element(string name, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        Start(name);
        foreach (var (attribute, value) in attributes)
            Attribute(attribute, Convert.ToString(value, CultureInfo.InvariantCulture)!);
        End();
    }

    public void Dispose() => Xml.Dispose();
}
