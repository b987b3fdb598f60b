namespace Loa.Documents.Writing.Parts;

/// <summary>A table of one line's height and two columns that only places text: no borders, no cell margins.</summary>
internal sealed class LayoutTable : IDisposable
{
    private readonly Pen _pen;

    public LayoutTable(Pen pen, params ReadOnlySpan<int> columns)
    {
        _pen = pen;
        var width = 0;
        foreach (var column in columns)
            width += column;
        pen.Start("tbl");
        pen.Start("tblPr");
        pen.Element("tblW", ("w", width), ("type", "dxa"));
        pen.Element("tblLayout", ("type", "fixed"));
        pen.Start("tblCellMar");
        foreach (var side in (ReadOnlySpan<string>)["left", "right"])
            pen.Element(side, ("w", 0), ("type", "dxa"));
        pen.End();
        pen.End();
        pen.Start("tblGrid");
        foreach (var column in columns)
            pen.Element("gridCol", ("w", column));
        pen.End();
    }

    public static void NeverSplit(Pen pen)
    {
        pen.Start("trPr");
        pen.Empty("cantSplit");
        pen.End();
    }

    public static void Cell(Pen pen, int width, Action content)
    {
        pen.Start("tc");
        pen.Start("tcPr");
        pen.Element("tcW", ("w", width), ("type", "dxa"));
        pen.End();
        content();
        pen.End();
    }

    public void Dispose() => _pen.End();
}
