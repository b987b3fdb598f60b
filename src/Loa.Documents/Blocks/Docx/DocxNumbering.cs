using System.Text;

namespace Loa.Documents.Blocks.Docx;

/// <summary>Counts automatic lists the way Word does and gives each paragraph its label.</summary>
internal sealed class DocxNumbering
{
    public const int Levels = 9;
    private readonly Dictionary<int, ListDefinition> _abstract;
    private readonly Dictionary<int, ListInstance> _instances;
    private readonly Dictionary<int, int?[]> _counters = [];
    private readonly HashSet<(int List, int Level)> _restarted = [];

    private DocxNumbering(Dictionary<int, ListDefinition> definitions, Dictionary<int, ListInstance> instances)
    {
        _abstract = definitions;
        _instances = instances;
    }

    public static DocxNumbering Read(Stream? part, ReadLimits limits)
    {
        if (part == null)
            return new([], []);
        using var xml = new WordXml(part, limits);
        var parser = new DocxNumberingParser(xml);
        parser.Parse();
        return new(parser.Definitions, parser.Instances);
    }

    /// <summary>A paragraph style linked to a level of a list has that level without naming it.</summary>
    public int? LevelOfStyle(int list, DocxStyle? style)
    {
        if (style == null || !_instances.TryGetValue(list, out var instance) || Definition(instance) is not { } definition)
            return null;
        var level = Array.FindIndex(definition.Levels, l => l?.StyleId == style.Id);
        return level < 0 ? null : level;
    }

    /// <summary>Advances the list and returns the label; null when the level shows none.</summary>
    public string? Next(int list, int level)
    {
        if (!_instances.TryGetValue(list, out var instance) || Definition(instance) is not { } definition)
            return null;
        level = Math.Clamp(level, 0, Levels - 1);
        // Lists made from one definition count together, until one of them starts anew.
        var counters = _counters.TryGetValue(definition.Id, out var known) ? known : _counters[definition.Id] = new int?[Levels];
        if (instance.Starts[level] is { } start && _restarted.Add((list, level)))
            counters[level] = start;
        else
            counters[level] = counters[level] is { } value ? (value == int.MaxValue ? value : value + 1) : Level(definition, instance, level).Start;
        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            if (Level(definition, instance, deeper).RestartsAfter(deeper, level))
                counters[deeper] = null;
        }
        return Label(definition, instance, level, counters);
    }

    private ListDefinition? Definition(ListInstance instance)
    {
        var definition = _abstract.GetValueOrDefault(instance.Definition);
        if (definition?.StyleLink is not { } link)
            return definition;
        return _abstract.Values.FirstOrDefault(d => d.StyleName == link) ?? definition;
    }

    private static ListLevel Level(ListDefinition definition, ListInstance instance, int level) =>
        instance.Levels[level] ?? definition.Levels[level] ?? ListLevel.Empty;

    private static string? Label(ListDefinition definition, ListInstance instance, int level, int?[] counters)
    {
        var own = Level(definition, instance, level);
        if (own.Format == "bullet")
            return Bullet(own);
        if (own.Format == "none" && !own.Text.Contains('%', StringComparison.Ordinal))
            return Blank(own.Text);
        var label = new StringBuilder();
        for (var i = 0; i < own.Text.Length; i++)
        {
            var c = own.Text[i];
            if (c != '%' || i + 1 >= own.Text.Length || own.Text[i + 1] is not (>= '1' and <= '9'))
            {
                label.Append(c);
                continue;
            }
            var of = own.Text[++i] - '1';
            var at = Level(definition, instance, of);
            // A level that has not been counted yet shows its first number.
            var value = counters[of] ??= at.Start;
            label.Append(NumberFormats.Format(value, own.Legal && of != level ? "decimal" : at.Format, at.Pattern));
        }
        return Blank(label.ToString());
    }

    private static string? Blank(string label)
    {
        label = Text.TextCleaner.Clean(label);
        return label.Length == 0 ? null : label;
    }

    private static string? Bullet(ListLevel level)
    {
        if (level.Text.Length == 0)
            return null;
        var c = level.Text[0];
        if (c is >= '\uF000' and <= '\uF0FF' || IsSymbolFont(level.Font))
            return Symbols.Plain(c, level.Font ?? "Wingdings") is var plain and not '\0' ? plain.ToString() : "•";
        // "o" in a typewriter font is Word's hollow circle.
        return c == 'o' && level.Text.Length == 1 ? "•" : Blank(level.Text);
    }

    private static bool IsSymbolFont(string? font) =>
        font != null && (font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase) || font.Equals("Symbol", StringComparison.OrdinalIgnoreCase) || font.Equals("Webdings", StringComparison.OrdinalIgnoreCase));
}
