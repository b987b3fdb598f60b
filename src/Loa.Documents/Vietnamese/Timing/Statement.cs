using Loa.Documents.Plans;

namespace Loa.Documents.Vietnamese.Timing;

/// <summary>One statement of a timeframe cell: tokens [First, End).</summary>
internal readonly record struct Statement(TimeframeKind Kind, DateOnly? From, DateOnly? To, CalendarInterval? Every, int First, int End);
