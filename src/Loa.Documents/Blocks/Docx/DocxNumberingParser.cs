namespace Loa.Documents.Blocks.Docx;

/// <summary>Reads numbering.xml.</summary>
internal sealed class DocxNumberingParser(WordXml xml)
{
    public Dictionary<int, ListDefinition> Definitions { get; } = [];
    public Dictionary<int, ListInstance> Instances { get; } = [];

    public void Parse()
    {
        if (!xml.Root("numbering"))
            return;
        var depth = xml.Reader.Depth;
        while (xml.Next(depth))
        {
            switch (xml.Reader.LocalName)
            {
                case "abstractNum":
                    Definition(xml.Number("abstractNumId") ?? -1);
                    break;
                case "num":
                    Instance(xml.Number("numId") ?? -1);
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }
    }

    private void Definition(int id)
    {
        var definition = new ListDefinition { Id = id };
        Definitions[id] = definition;
        if (xml.Reader.IsEmptyElement)
            return;
        var depth = xml.Reader.Depth;
        while (xml.Next(depth))
        {
            switch (xml.Reader.LocalName)
            {
                case "styleLink":
                    definition.StyleName = xml.Value;
                    break;
                case "numStyleLink":
                    definition.StyleLink = xml.Value;
                    break;
                case "lvl":
                    Level(definition.Levels);
                    break;
            }
        }
    }

    private void Instance(int id)
    {
        var instance = new ListInstance();
        Instances[id] = instance;
        if (xml.Reader.IsEmptyElement)
            return;
        var depth = xml.Reader.Depth;
        var level = 0;
        while (xml.Next(depth))
        {
            switch (xml.Reader.LocalName)
            {
                case "abstractNumId":
                    instance.Definition = xml.Number("val") ?? -1;
                    break;
                case "lvlOverride":
                    level = Math.Clamp(xml.Number("ilvl") ?? 0, 0, DocxNumbering.Levels - 1);
                    break;
                case "startOverride":
                    instance.Starts[level] = xml.Number("val");
                    break;
                case "lvl":
                    Level(instance.Levels);
                    break;
            }
        }
    }

    private void Level(ListLevel?[] levels)
    {
        var index = Math.Clamp(xml.Number("ilvl") ?? 0, 0, DocxNumbering.Levels - 1);
        var level = new ListLevel();
        levels[index] = level;
        if (xml.Reader.IsEmptyElement)
            return;
        var depth = xml.Reader.Depth;
        while (xml.Next(depth))
        {
            switch (xml.Reader.LocalName)
            {
                case "start":
                    level.Start = xml.Number("val") ?? 1;
                    break;
                case "numFmt":
                    // Alternate content names a custom format first and a plain one for old programs after it.
                    if (level.Pattern == null)
                    {
                        level.Format = xml.Value ?? "decimal";
                        level.Pattern = xml.Attribute("format");
                    }
                    break;
                case "lvlText":
                    level.Text = xml.Value ?? "";
                    break;
                case "lvlRestart":
                    level.Restart = xml.Number("val");
                    break;
                case "pStyle":
                    level.StyleId = xml.Value;
                    break;
                case "isLgl":
                    level.Legal = xml.On;
                    break;
                case "rFonts":
                    level.Font = RunProperties.Font(xml);
                    break;
            }
        }
    }
}
