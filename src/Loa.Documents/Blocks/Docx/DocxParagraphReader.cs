namespace Loa.Documents.Blocks.Docx;

/// <summary>Reads <c>w:p</c> with its runs; text boxes anchored in it come out before it.</summary>
internal sealed class DocxParagraphReader(DocxContext context, DocxBodyReader body)
{
    private readonly Stack<ParagraphDraft> _spare = new();
    private string _carried = "";

    public void Read(List<Block> blocks)
    {
        var xml = context.Xml;
        var draft = _spare.Count > 0 ? _spare.Pop() : new ParagraphDraft();
        draft.Reset();
        if (_carried.Length > 0)
        {
            draft.Append(_carried);
            _carried = "";
        }
        if (!xml.Reader.IsEmptyElement)
        {
            var depth = xml.Reader.Depth;
            while (xml.Next(depth))
                Part(draft, blocks);
        }
        Finish(draft, blocks);
        _spare.Push(draft);
    }

    /// <summary>Emits what a paragraph with a deleted mark left over when no paragraph follows to take it.</summary>
    public void Flush(List<Block> blocks)
    {
        if (_carried.Length == 0)
            return;
        Add(_carried, default, null, blocks);
        _carried = "";
    }

    private void Part(ParagraphDraft draft, List<Block> blocks)
    {
        var xml = context.Xml;
        if (!xml.IsWord)
        {
            if (xml.Reader.LocalName == "t" && xml.Reader.NamespaceURI.EndsWith("/math", StringComparison.Ordinal))
                draft.ReadText(xml.Reader, visible: true);
            else
                context.Transparency.Handle(context);
            return;
        }
        switch (xml.Reader.LocalName)
        {
            case "pPr":
                ParagraphProperties.Read(context, draft);
                break;
            case "r":
                Run(draft, blocks);
                break;
            case "fldSimple" or "hyperlink" or "smartTag" or "ins" or "moveTo":
                break;
            default:
                body.Block(blocks);
                break;
        }
    }

    private void Run(ParagraphDraft draft, List<Block> blocks)
    {
        var xml = context.Xml;
        draft.BeginRun();
        if (xml.Reader.IsEmptyElement)
            return;
        var depth = xml.Reader.Depth;
        while (xml.Next(depth))
        {
            if (!xml.IsWord)
                context.Transparency.Handle(context);
            else if (!RunContent(draft, blocks))
                body.Block(blocks);
        }
        draft.EndRun();
    }

    private bool RunContent(ParagraphDraft draft, List<Block> blocks)
    {
        var xml = context.Xml;
        var visible = draft.Run.Visible && !context.Fields.Hidden;
        switch (xml.Reader.LocalName)
        {
            case "t":
                draft.ReadText(xml.Reader, visible);
                return true;
            case "rPr":
                RunProperties.Read(context, draft);
                return true;
            case "tab" or "ptab":
                draft.Append('\t', visible);
                return true;
            case "br" when xml.Attribute("type") is "page":
                BreakPage(draft, blocks);
                return true;
            case "br" or "cr":
                draft.Append('\n', visible);
                return true;
            case "noBreakHyphen":
                draft.Append('-', visible);
                return true;
            case "softHyphen":
                // In TCVN3 the code of the soft hyphen is the letter "ư"; elsewhere cleaning drops it.
                draft.Append('\u00AD', visible);
                return true;
            case "sym":
                draft.Append(Symbols.Read(xml), visible);
                return true;
            case "fldChar":
                context.Fields.Mark(xml.Attribute("fldCharType"));
                return false;
            case "instrText":
                context.Fields.Code(xml.Text());
                return true;
            case "delText" or "delInstrText":
                xml.Skip();
                return true;
            case "footnoteReference" or "endnoteReference":
                context.Omissions.Add(SourceOmission.Notes);
                return true;
            default:
                return false;
        }
    }

    private void BreakPage(ParagraphDraft draft, List<Block> blocks)
    {
        if (!draft.IsBlank && context.Suppressed == 0)
        {
            draft.EndRun();
            Emit(draft, blocks);
        }
        context.PageBreak = true;
    }

    private void Finish(ParagraphDraft draft, List<Block> blocks)
    {
        if (draft.HiddenText)
            context.Omissions.Add(SourceOmission.HiddenText);
        if (context.Suppressed > 0)
            return;
        if (draft.MarkDeleted)
        {
            _carried = draft.Take(context).ToString();
            return;
        }
        Emit(draft, blocks);
        context.PageBreak |= draft.EndsSection;
    }

    private void Emit(ParagraphDraft draft, List<Block> blocks)
    {
        var style = draft.StyleId == null ? null : context.Styles.Paragraph(draft.StyleId);
        context.PageBreak |= draft.BreakBefore ?? style?.PageBreakBefore ?? false;
        var label = Label(draft, style);
        var look = new Look(
            draft.AllBold,
            draft.AllItalic,
            (draft.Justification ?? style?.Justification) == "center",
            context.PageBreak,
            context.Gap);
        Add(draft.Take(context), look, label, blocks);
    }

    private void Add(ReadOnlySpan<char> text, Look look, string? label, List<Block> blocks)
    {
        if (context.Collector.Add(text, look, label) is { } paragraph)
        {
            blocks.Add(paragraph);
            context.Gap = context.PageBreak = false;
        }
        else
        {
            context.Gap = true;
        }
    }

    private string? Label(ParagraphDraft draft, DocxStyle? style)
    {
        var list = draft.ListId ?? style?.ListId;
        if (list is null or 0 || draft.LabelUsed)
            return null;
        draft.LabelUsed = true;
        var level = draft.ListLevel ?? (draft.ListId == null ? context.Numbering.LevelOfStyle(list.Value, style) ?? style?.ListLevel : null) ?? 0;
        return context.Numbering.Next(list.Value, level);
    }
}
