using Loa.Modules.Plans;

namespace Loa.Modules.Tasks;

/// <summary>Where a piece of work stands on the officer's list.</summary>
internal enum WorkBucket
{
    Overdue = 1,
    ThisWeek = 2,
    Later = 3,

    /// <summary>Continuous work, and what names no day.</summary>
    Continuous = 4,
    Done = 5,

    /// <summary>Not applicable, or withdrawn with its plan.</summary>
    Aside = 6,
}

internal static class WorkBuckets
{
    /// <summary>Those of open work, in the order of the list.</summary>
    public static readonly IReadOnlyList<WorkBucket> Open = [WorkBucket.Overdue, WorkBucket.ThisWeek, WorkBucket.Later, WorkBucket.Continuous];

    /// <summary>The week ends on Sunday. A request is never overdue: it stands with what names no day.</summary>
    public static WorkBucket Of(AssignmentState state, bool isRequest, DateOnly? dueOn, DateOnly today) => state switch
    {
        AssignmentState.Done => WorkBucket.Done,
        AssignmentState.NotApplicable or AssignmentState.Withdrawn => WorkBucket.Aside,
        _ when isRequest || dueOn is null => WorkBucket.Continuous,
        _ when dueOn < today => WorkBucket.Overdue,
        _ when dueOn <= EndOfWeek(today) => WorkBucket.ThisWeek,
        _ => WorkBucket.Later,
    };

    public static DateOnly EndOfWeek(DateOnly today) => today.AddDays((7 - (int)today.DayOfWeek) % 7);

    /// <summary>A key of the localizer.</summary>
    public static string Title(WorkBucket bucket) => bucket switch
    {
        WorkBucket.Overdue => "Quá hạn",
        WorkBucket.ThisWeek => "Đến hạn trong tuần",
        WorkBucket.Later => "Sắp tới",
        WorkBucket.Continuous => "Thường xuyên, không nêu ngày",
        WorkBucket.Done => "Đã xong",
        WorkBucket.Aside => "Không thực hiện",
        _ => throw new ArgumentOutOfRangeException(nameof(bucket), bucket, null),
    };
}
