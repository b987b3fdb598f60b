namespace Loa.Documents.Blocks.Docx;

/// <summary>Follows complex fields: between <c>begin</c> and <c>separate</c> stands code, after it the result that is shown.</summary>
internal sealed class FieldStack
{
    private readonly List<Frame> _frames = [];

    /// <summary>
    /// Text here is not shown: it belongs to the code of an outer field, or to a table of contents, which repeats the headings.
    /// The innermost field's own code is in <c>instrText</c>, so plain text in it means a broken field and is kept.
    /// </summary>
    public bool Hidden { get; private set; }

    private sealed class Frame
    {
        public bool InCode { get; set; } = true;
        public string Code { get; set; } = "";
        public bool Contents => Code.StartsWith("TOC", StringComparison.OrdinalIgnoreCase);
    }

    public void Mark(string? type)
    {
        switch (type)
        {
            case "begin" when _frames.Count < 64:
                _frames.Add(new Frame());
                break;
            case "separate" when _frames.Count > 0:
                _frames[^1].InCode = false;
                break;
            case "end" when _frames.Count > 0:
                _frames.RemoveAt(_frames.Count - 1);
                break;
        }
        Update();
    }

    public void Code(string text)
    {
        if (_frames.Count > 0 && _frames[^1].Code.Length < 16)
            _frames[^1].Code = (_frames[^1].Code + text).TrimStart();
    }

    private void Update()
    {
        Hidden = false;
        for (var i = 0; i < _frames.Count; i++)
            Hidden |= _frames[i].InCode ? i < _frames.Count - 1 : _frames[i].Contents;
    }
}
