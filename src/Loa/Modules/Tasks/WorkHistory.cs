using Loa.Platform.Audit;

namespace Loa.Modules.Tasks;

/// <summary>Work on tasks, as a history tells it.</summary>
internal static class WorkHistory
{
    public static HistoryWords Words { get; } = new HistoryWords()
        .Row<WorkEntry>("Tiến độ công việc", ("Occurrence", "Lần thứ"), ("ProductsDone", "Sản phẩm đã hoàn thành"))
        .Row<ExtensionRequest>("Xin gia hạn",
            ("Answer", "Trả lời"), ("AskedAt", "Xin lúc"), ("AskedById", "Người xin"), ("AskedDueOn", "Hạn xin lùi đến"), ("DecidedAt", "Quyết định lúc"), ("DecidedById", "Người quyết định"),
            ("DueOn", "Hạn lúc xin"), ("GrantedDueOn", "Hạn được lùi đến"))
        .Row<Difficulty>("Khó khăn, vướng mắc",
            ("RaisedAt", "Nêu lúc"), ("RaisedByAgencyId", "Cơ quan nêu"), ("RaisedById", "Người nêu"), ("WithAgencyId", "Cơ quan đang giải quyết"))
        .Row<DifficultyStep>("Xử lý vướng mắc", ("DifficultyId", null), ("ToAgencyId", "Chuyển đến"))
        .Row<Nudge>("Lời đôn đốc", ("AgencyCount", "Số cơ quan"))
        .Row<TaskSplit>("Phân công chi tiết")
        .Row<SplitVersion>("Bản phân công",
            ("InForceAt", "Có hiệu lực lúc"), ("ProposedAt", "Đề xuất lúc"), ("ProposedById", "Người đề xuất"), ("ProposedByAssignmentId", null), ("TaskSplitId", null), ("Number", "Bản thứ"))
        .Row<SplitLine>("Phần việc", ("What", "Nội dung"))
        .Row<SplitParty>("Ý kiến về phân công", ("Remark", "Ý kiến"), ("State", "Trả lời"))
        .Common(("AssignmentId", null), ("SplitVersionId", null))
        .Value<WorkEntryKind>(WorkWords.Of).Value<DifficultyState>(WorkWords.Of).Value<DifficultyStepKind>(WorkWords.Of).Value<SplitState>(SplitWords.Of).Value<SplitAnswer>(SplitWords.Of)
        .Value<ExtensionState>(state => state switch
        {
            ExtensionState.Asked => "Chờ trả lời",
            ExtensionState.Granted => "Được gia hạn",
            ExtensionState.Refused => "Không được gia hạn",
            _ => "Đã rút",
        });
}
