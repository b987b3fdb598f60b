using System.Text;

namespace Loa.Documents.Checking.Layout;

internal sealed partial class LaidBlocks
{
    /// <summary>One paragraph; a text box in it is read as paragraphs of their own, so each has a reader.</summary>
    private sealed class LaidParagraphReader(LaidBlocks blocks)
    {
        private readonly StringBuilder _text = new();
        private readonly List<LaidRun> _runs = [];
        private ParagraphLook _direct = ParagraphLook.None;
        private string _style = blocks._styles.DefaultParagraph;
        private LetterLook? _letters;
        private double? _line;
        private bool _pageNumber;
        private bool _endsSection;

        public void Read()
        {
            var xml = blocks._xml;
            var section = blocks._section;
            if (!xml.Reader.IsEmptyElement)
            {
                var depth = xml.Reader.Depth;
                while (xml.Next(depth))
                    Part();
            }

            var style = blocks._styles[_style];
            var table = blocks._tableStyles.TryPeek(out var name) ? blocks._styles[name].Paragraph : ParagraphLook.None;
            var look = _direct.On(style.Paragraph).On(table).On(blocks._styles.Defaults.Paragraph);
            blocks._characters += _text.Length;
            if (blocks.Paragraphs.Count >= blocks._budget.Limits.Paragraphs || blocks._characters > blocks._budget.Limits.Characters)
                throw new DocumentException(DocumentFailure.TooLarge);
            blocks.Paragraphs.Add(new LaidParagraph
            {
                Index = blocks.Paragraphs.Count,
                Text = _text.ToString(),
                StyleId = _style,
                Runs = _runs,
                Look = look,
                Section = section,
                Cell = blocks._cells.TryPeek(out var cell) ? cell : null,
                DrawnLine = _line,
                HasPageNumber = _pageNumber,
            });
            if (_endsSection)
                blocks._section++;
        }

        private void Part()
        {
            var xml = blocks._xml;
            if (!xml.IsWord)
            {
                if (blocks._lines.Read() is { } line)
                    _line = line;
                else
                    blocks._context.Transparency.Handle(blocks._context);
                return;
            }

            switch (xml.Reader.LocalName)
            {
                case "pPr":
                    Properties();
                    break;
                case "r":
                    Run();
                    break;
                case "fldSimple":
                    _pageNumber |= IsPage(xml.Attribute("instr"));
                    break;
                case "hyperlink" or "smartTag" or "ins" or "moveTo":
                    break;
                default:
                    blocks.Block();
                    break;
            }
        }

        private void Properties()
        {
            var xml = blocks._xml;
            _direct = LookReader.Paragraph(xml, name =>
            {
                if (name == "pStyle")
                    _style = xml.Value ?? _style;
                else if (name == "sectPr" && blocks.Section is { } section)
                {
                    section(xml);
                    _endsSection = true;
                }
                else
                    xml.Skip();
            });
        }

        private void Run()
        {
            var xml = blocks._xml;
            if (xml.Reader.IsEmptyElement)
                return;
            var look = _letters ??= blocks._styles[_style].Letters.On(blocks._tableStyles.TryPeek(out var table) ? blocks._styles[table].Letters : LetterLook.None).On(blocks._styles.Defaults.Letters);
            var depth = xml.Reader.Depth;
            var text = new StringBuilder();
            while (xml.Next(depth))
            {
                if (!xml.IsWord)
                    Part();
                else if (xml.Reader.LocalName == "rPr")
                {
                    var (direct, style) = LookReader.Letters(xml);
                    look = direct.On(blocks._styles[style].Letters).On(_letters);
                }
                else
                    Content(text);
            }

            if (text.Length == 0 || look.Hidden == true)
                return;
            _text.Append(text);
            _runs.Add(new LaidRun(text.ToString(), look));
        }

        private void Content(StringBuilder text)
        {
            var xml = blocks._xml;
            switch (xml.Reader.LocalName)
            {
                case "t":
                    Letters(text);
                    break;
                case "tab" or "ptab":
                    text.Append('\t');
                    break;
                case "br" or "cr":
                    text.Append(xml.Attribute("type") is "page" or "column" ? "" : "\n");
                    break;
                case "noBreakHyphen":
                    text.Append('-');
                    break;
                case "instrText":
                    _pageNumber |= IsPage(xml.Text());
                    break;
                case "delText" or "delInstrText":
                    xml.Skip();
                    break;
                case "drawing" or "pict" or "object":
                    break;
                default:
                    blocks.Block();
                    break;
            }
        }

        private void Letters(StringBuilder text)
        {
            var reader = blocks._xml.Reader;
            if (reader.IsEmptyElement)
                return;
            var depth = reader.Depth;
            while (reader.Read() && reader.Depth > depth)
            {
                if (reader.NodeType is System.Xml.XmlNodeType.Text or System.Xml.XmlNodeType.CDATA or System.Xml.XmlNodeType.SignificantWhitespace or System.Xml.XmlNodeType.Whitespace)
                    text.Append(reader.Value);
            }
        }

        private static bool IsPage(string? code)
        {
            var trimmed = code.AsSpan().Trim();
            return trimmed.StartsWith("PAGE", StringComparison.OrdinalIgnoreCase) && (trimmed.Length == 4 || !char.IsLetter(trimmed[4]));
        }
    }
}
