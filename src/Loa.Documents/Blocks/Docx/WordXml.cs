using System.Xml;

namespace Loa.Documents.Blocks.Docx;

/// <summary>An <see cref="XmlReader"/> over one part, with the settings and the small steps that all parts share.</summary>
internal sealed class WordXml : IDisposable
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private readonly Stream _stream;
    private readonly int _maxDepth;

    public WordXml(Stream stream, ReadLimits limits)
    {
        _stream = stream;
        _maxDepth = limits.XmlDepth;
        Reader = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = limits.PartBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            // Files with stray control characters as references are common; they are dropped when text is cleaned.
            CheckCharacters = false,
        });
    }

    public XmlReader Reader { get; }

    /// <summary>The namespace of the part's own elements (transitional or strict), known after <see cref="Root"/>.</summary>
    public string Namespace { get; private set; } = Transitional;

    /// <summary>Moves to the root element; false when it is not the one wanted.</summary>
    public bool Root(string name)
    {
        Reader.MoveToContent();
        if (Reader.NodeType != XmlNodeType.Element || Reader.LocalName != name || Reader.NamespaceURI is not (Transitional or Strict))
            return false;
        Namespace = Reader.NamespaceURI;
        return true;
    }

    /// <summary>The reader stands on an element of WordprocessingML. Namespace names are atomised, so identity is enough.</summary>
    public bool IsWord => ReferenceEquals(Reader.NamespaceURI, Namespace);

    public string? Attribute(string name) => Reader.GetAttribute(name, Namespace);

    public string? Value => Reader.GetAttribute("val", Namespace);

    /// <summary>A switch such as <c>w:b</c>: on unless its value says otherwise.</summary>
    public bool On => Value is null or not ("0" or "false" or "off" or "none");

    public int? Number(string name) =>
        int.TryParse(Attribute(name), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>
    /// Steps to the next element inside the element at <paramref name="depth"/>, whatever its level; false at that
    /// element's end. An element the caller does not consume is thereby transparent: its children come next.
    /// </summary>
    public bool Next(int depth)
    {
        while (Reader.Read())
        {
            if (Reader.NodeType == XmlNodeType.Element)
            {
                if (Reader.Depth > _maxDepth)
                    throw new XmlException("Nested too deeply.");
                return true;
            }
            if (Reader.NodeType == XmlNodeType.EndElement && Reader.Depth <= depth)
                return false;
        }
        return false;
    }

    /// <summary>Moves over the current element's content to its end.</summary>
    public void Skip()
    {
        if (Reader.IsEmptyElement)
            return;
        var depth = Reader.Depth;
        while (Reader.Read() && Reader.Depth > depth)
        {
            if (Reader.Depth > _maxDepth)
                throw new XmlException("Nested too deeply.");
        }
    }

    /// <summary>The text of the current element, which has no elements in it.</summary>
    public string Text()
    {
        if (Reader.IsEmptyElement)
            return "";
        var depth = Reader.Depth;
        var text = "";
        while (Reader.Read() && Reader.Depth > depth)
        {
            if (text.Length < 256)
                text += Reader.Value;
        }
        return text;
    }

    public void Dispose()
    {
        Reader.Dispose();
        _stream.Dispose();
    }
}
