namespace Loa.Documents.Writing.Parts;

/// <summary>Writes what stands outside the text: the page number, and the address at the foot of page 1.</summary>
internal static class PageFurniture
{
    public static void Header(Pen pen)
    {
        pen.Root("hdr");
        pen.Start("p");
        Style(pen, Parts.Style.PageNumber);
        pen.Start("fldSimple");
        pen.Attribute("instr", " PAGE ");
        Run(pen, "2");
        pen.End();
        pen.End();
        pen.End();
    }

    public static void Footer(Pen pen, ContactFoot contact)
    {
        pen.Root("ftr");
        pen.Start("p");
        Style(pen, Parts.Style.Rule);
        pen.End();
        Line(pen, ("Địa chỉ", contact.Address));
        Line(pen, ("Điện thoại", contact.Telephone), ("Fax", contact.Fax), ("Thư điện tử", contact.Email));
        Line(pen, ("Trang thông tin điện tử", contact.Website));
        pen.End();
    }

    public static void EmptyFooter(Pen pen)
    {
        pen.Root("ftr");
        pen.Start("p");
        Style(pen, Parts.Style.Contact);
        pen.End();
        pen.End();
    }

    private static void Line(Pen pen, params ReadOnlySpan<(string Name, string? Value)> parts)
    {
        var line = new List<string>();
        foreach (var (name, value) in parts)
        {
            if (!string.IsNullOrWhiteSpace(value))
                line.Add($"{name}: {value.Trim()}");
        }

        if (line.Count == 0)
            return;
        pen.Start("p");
        Style(pen, Parts.Style.Contact);
        Run(pen, string.Join("; ", line));
        pen.End();
    }

    private static void Style(Pen pen, Style style)
    {
        pen.Start("pPr");
        pen.Value("pStyle", style.Id);
        pen.End();
    }

    private static void Run(Pen pen, string text)
    {
        pen.Start("r");
        pen.Start("t");
        pen.Xml.WriteString(XmlText.Clean(text));
        pen.End();
        pen.End();
    }
}
