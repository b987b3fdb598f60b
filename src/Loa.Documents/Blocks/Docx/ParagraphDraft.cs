using System.Xml;
using Loa.Documents.Blocks.Text;

namespace Loa.Documents.Blocks.Docx;

/// <summary>What is known of the run being read.</summary>
internal struct RunState
{
    public bool? Bold;
    public bool? Italic;
    public bool? Capitals;
    public bool? Hidden;
    public string? Font;
    public string? StyleId;

    public readonly bool Visible => Hidden != true;
}

/// <summary>A paragraph while it is read. Drafts are used again, so their buffers are allocated once.</summary>
internal sealed class ParagraphDraft
{
    private char[] _text = new char[512];
    private int _length;
    private int _runStart;
    private bool _anyPlain, _anyUpright, _anyInk;
    private readonly List<FontRun> _fonts = [];

    public RunState Run;

    public string? StyleId { get; set; }
    public string? Justification { get; set; }
    public bool? BreakBefore { get; set; }
    public int? ListId { get; set; }
    public int? ListLevel { get; set; }
    public bool LabelUsed { get; set; }
    public bool EndsSection { get; set; }
    public bool MarkDeleted { get; set; }
    public bool HiddenText { get; private set; }
    public DocxStyle? Style { get; set; }

    public bool AllBold => _anyInk && !_anyPlain;
    public bool AllItalic => _anyInk && !_anyUpright;
    public bool IsBlank => _text.AsSpan(0, _length).IsWhiteSpace();

    private readonly record struct FontRun(int Start, int End, string? Font);

    public void Reset()
    {
        Empty();
        StyleId = Justification = null;
        Style = null;
        BreakBefore = null;
        ListId = ListLevel = null;
        LabelUsed = EndsSection = MarkDeleted = HiddenText = false;
    }

    public void BeginRun()
    {
        Run = new RunState { Bold = Style?.Bold, Italic = Style?.Italic, Capitals = Style?.Capitals, Hidden = Style?.Hidden, Font = Style?.Font };
        _runStart = _length;
    }

    public void EndRun()
    {
        var added = _text.AsSpan(_runStart, _length - _runStart);
        if (added.IsEmpty)
            return;
        if (!added.IsWhiteSpace())
        {
            _anyInk = true;
            _anyPlain |= Run.Bold != true;
            _anyUpright |= Run.Italic != true;
        }
        if (Run.Capitals == true)
        {
            foreach (ref var c in added)
                c = char.ToUpperInvariant(c);
        }
        if (LegacyFonts.MayBeLegacy(added) || LegacyFonts.DrawsCapitals(Run.Font))
            _fonts.Add(new FontRun(_runStart, _length, Run.Font));
    }

    public void Append(char c, bool visible)
    {
        if (!visible || c == '\0')
            return;
        Ensure(1);
        _text[_length++] = c;
    }

    public void Append(string text)
    {
        Ensure(text.Length);
        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
        _anyInk = _anyPlain = _anyUpright = true;
    }

    /// <summary>Appends the content of the current text element.</summary>
    public void ReadText(XmlReader reader, bool visible)
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    if (visible)
                        ReadValue(reader);
                    else
                        HiddenText |= Run.Hidden == true;
                    break;
                case XmlNodeType.EndElement when reader.Depth <= depth:
                    return;
            }
        }
    }

    /// <summary>The text with legacy fonts converted, until the draft is written to again; the draft is empty afterwards.</summary>
    public ReadOnlySpan<char> Take(DocxContext context)
    {
        ReadOnlySpan<char> text = _fonts.Count == 0 ? _text.AsSpan(0, _length) : Converted(context).AsSpan();
        Empty();
        return text;
    }

    private string Converted(DocxContext context)
    {
        var result = new System.Text.StringBuilder(_length);
        var at = 0;
        foreach (var run in _fonts)
        {
            result.Append(_text, at, run.Start - at);
            var legacy = LegacyFonts.Convert(_text.AsSpan(run.Start, run.End - run.Start), run.Font ?? context.Styles.DefaultFont, out var from);
            context.ConvertedFrom ??= from;
            result.Append(legacy);
            at = run.End;
        }
        return result.Append(_text, at, _length - at).ToString();
    }

    private void Empty()
    {
        _length = _runStart = 0;
        _anyPlain = _anyUpright = _anyInk = false;
        _fonts.Clear();
    }

    private void ReadValue(XmlReader reader)
    {
        int read;
        do
        {
            Ensure(256);
            read = reader.ReadValueChunk(_text, _length, _text.Length - _length);
            _length += read;
        }
        while (read > 0);
    }

    private void Ensure(int more)
    {
        if (_length + more > _text.Length)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + more));
    }
}
