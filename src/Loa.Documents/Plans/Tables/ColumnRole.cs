namespace Loa.Documents.Plans;

/// <summary>What a column of a task table holds.</summary>
internal enum ColumnRole
{
    Unknown = 0,
    Number,
    Group,
    Content,
    Detail,
    Lead,
    Coordinating,
    LeadAndCoordinating,
    Timeframe,
    Product,
    Budget,
    Monitoring,
    Note,
    Other,
}
