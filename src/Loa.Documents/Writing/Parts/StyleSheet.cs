namespace Loa.Documents.Writing.Parts;

/// <summary>Writes <c>word/styles.xml</c>.</summary>
internal static class StyleSheet
{
    private const string Font = "Times New Roman";
    private static readonly string[] Sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
    private static readonly string[] Justification = ["left", "center", "right", "both"];

    public static void Write(Pen pen)
    {
        pen.Root("styles");
        Defaults(pen);
        pen.Start("style");
        pen.Attribute("type", "paragraph");
        pen.Attribute("default", "1");
        pen.Attribute("styleId", "Normal");
        pen.Value("name", "Normal");
        pen.Empty("qFormat");
        pen.End();
        foreach (var style in Style.All)
            Paragraph(pen, style);
        Link(pen);
        Grid(pen);
        pen.End();
    }

    private static void Defaults(Pen pen)
    {
        pen.Start("docDefaults");
        pen.Start("rPrDefault");
        pen.Start("rPr");
        pen.Element("rFonts", ("ascii", Font), ("hAnsi", Font), ("eastAsia", Font), ("cs", Font));
        pen.Value("color", "000000");
        Size(pen, 14);
        pen.Element("lang", ("val", "vi-VN"), ("eastAsia", "vi-VN"));
        pen.End();
        pen.End();
        pen.Start("pPrDefault");
        pen.Start("pPr");
        pen.Empty("widowControl");
        pen.Element("spacing", ("before", 0), ("after", 0), ("line", 240), ("lineRule", "auto"));
        pen.End();
        pen.End();
        pen.End();
    }

    private static void Paragraph(Pen pen, Style style)
    {
        pen.Start("style");
        pen.Attribute("type", "paragraph");
        pen.Attribute("customStyle", "1");
        pen.Attribute("styleId", style.Id);
        pen.Value("name", style.Name);
        pen.Value("basedOn", "Normal");
        pen.Empty("qFormat");
        pen.Start("pPr");
        if (style.KeepNext)
            pen.Empty("keepNext");
        if (style == Style.Rule)
        {
            pen.Start("pBdr");
            pen.Element("top", ("val", "single"), ("sz", 6), ("space", 0), ("color", "000000"));
            pen.End();
        }

        pen.Element("spacing", ("before", style.Before), ("after", style.After), ("line", style.Line), ("lineRule", style.ExactLine ? "exact" : "auto"));
        if (style.FirstLine > 0)
            pen.Element("ind", ("firstLine", style.FirstLine));
        else if (style.Left > 0)
            pen.Element("ind", ("left", style.Left), ("hanging", style.Hanging));
        pen.Value("jc", Justification[(int)style.Justify]);
        if (style.Outline is { } level)
            pen.Value("outlineLvl", level);
        pen.End();
        pen.Start("rPr");
        if (style.Bold)
            pen.Empty("b");
        if (style.Italic)
            pen.Empty("i");
        Size(pen, style.Size);
        pen.End();
        pen.End();
    }

    private static void Link(Pen pen)
    {
        pen.Start("style");
        pen.Attribute("type", "character");
        pen.Attribute("customStyle", "1");
        pen.Attribute("styleId", Style.Link.Id);
        pen.Value("name", Style.Link.Name);
        pen.Start("rPr");
        pen.Value("u", "single");
        pen.End();
        pen.End();
    }

    private static void Grid(Pen pen)
    {
        pen.Start("style");
        pen.Attribute("type", "table");
        pen.Attribute("customStyle", "1");
        pen.Attribute("styleId", Style.Grid.Id);
        pen.Value("name", Style.Grid.Name);
        pen.Start("tblPr");
        pen.Start("tblBorders");
        foreach (var side in Sides)
            pen.Element(side, ("val", "single"), ("sz", 4), ("space", 0), ("color", "000000"));
        pen.End();
        pen.Start("tblCellMar");
        foreach (var side in (ReadOnlySpan<string>)["left", "right"])
            pen.Element(side, ("w", 85), ("type", "dxa"));
        pen.End();
        pen.End();
        pen.End();
    }

    private static void Size(Pen pen, double points)
    {
        pen.Value("sz", (int)(points * 2));
        pen.Value("szCs", (int)(points * 2));
    }
}
