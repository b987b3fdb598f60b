namespace Loa.Documents.Blocks.Docx;

/// <summary><c>w:abstractNum</c>: what the levels of a list look like.</summary>
internal sealed class ListDefinition
{
    public int Id { get; init; }
    public ListLevel?[] Levels { get; } = new ListLevel?[DocxNumbering.Levels];

    /// <summary>The numbering style this definition stands for.</summary>
    public string? StyleName { get; set; }

    /// <summary>The numbering style whose definition is meant instead of this one.</summary>
    public string? StyleLink { get; set; }
}

/// <summary><c>w:num</c>: a list in use, with what it overrides.</summary>
internal sealed class ListInstance
{
    public int Definition { get; set; } = -1;
    public int?[] Starts { get; } = new int?[DocxNumbering.Levels];
    public ListLevel?[] Levels { get; } = new ListLevel?[DocxNumbering.Levels];
}

/// <summary><c>w:lvl</c>.</summary>
internal sealed class ListLevel
{
    public static ListLevel Empty { get; } = new();

    public int Start { get; set; } = 1;
    public string Format { get; set; } = "decimal";

    /// <summary>The pattern of a custom format, such as "001, 002, 003, …".</summary>
    public string? Pattern { get; set; }

    public string Text { get; set; } = "";
    public string? Font { get; set; }
    public string? StyleId { get; set; }

    /// <summary>Numbers of upper levels are shown in Arabic digits.</summary>
    public bool Legal { get; set; }

    /// <summary>1-based level after which this one restarts; 0 never; null after any upper level.</summary>
    public int? Restart { get; set; }

    public bool RestartsAfter(int own, int used) => Restart switch
    {
        null => used < own,
        0 => false,
        var level => used < level,
    };
}
