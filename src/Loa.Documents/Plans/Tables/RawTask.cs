namespace Loa.Documents.Plans;

/// <summary>A row of a task table before its cells are understood: the printed paragraphs of each role.</summary>
internal sealed class RawTask
{
    public SourceText Group { get; set; }

    public SourceText Number { get; set; }

    public List<SourceText> Content { get; } = [];

    public List<SourceText> Detail { get; } = [];

    public List<SourceText> Lead { get; } = [];

    public List<SourceText> Coordinating { get; } = [];

    public List<SourceText> Product { get; } = [];

    public List<SourceText> Timeframe { get; } = [];

    /// <summary>The row stands under a heading; without mapping doubts it is a task for certain.</summary>
    public double Confidence { get; set; } = 0.97;

    public List<SourceText>? Of(ColumnRole role) => role switch
    {
        ColumnRole.Content => Content,
        ColumnRole.Detail => Detail,
        ColumnRole.Lead or ColumnRole.LeadAndCoordinating => Lead,
        ColumnRole.Coordinating => Coordinating,
        ColumnRole.Product => Product,
        ColumnRole.Timeframe => Timeframe,
        _ => null,
    };
}
