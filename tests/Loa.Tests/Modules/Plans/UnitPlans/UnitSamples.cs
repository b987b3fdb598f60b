using Loa.Documents.Blocks;
using Loa.Documents.Plans;
using Loa.Documents.Writing;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Modules.Plans.UnitPlans;
using Loa.Modules.Plans.UnitPlans.Composing;

namespace Loa.Tests.Modules.Plans.UnitPlans;

/// <summary>Written drafts in our own words, and what becomes of them as a file.</summary>
internal static class UnitSamples
{
    public static readonly AgencyRef Province = Ref("Ủy ban nhân dân tỉnh Thanh Giang", AgencyKind.PeoplesCommittee, AgencyLevel.Province);
    public static readonly AgencyRef Commune = Ref("Ủy ban nhân dân xã Tân Lập", AgencyKind.PeoplesCommittee, AgencyLevel.Commune);
    public static readonly AgencyRef Department = Ref("Sở Nội vụ tỉnh Thanh Giang", AgencyKind.Department, AgencyLevel.Province);

    public static AgencyRef Ref(string name, AgencyKind kind, AgencyLevel level) => new(Guid.CreateVersion7(), name, name, kind, level, "/x/");

    public static Plan Parent() => new()
    {
        PlanId = Guid.CreateVersion7(),
        Kind = "Kế hoạch",
        Issuer = "Ủy ban nhân dân tỉnh Thanh Giang",
        Reference = "15/KH-UBND",
        Date = new DateOnly(2026, 1, 20),
        Subject = "Tuyên truyền cải cách hành chính năm 2026 trên địa bàn tỉnh Thanh Giang",
        Year = 2026,
        YearTo = 2026,
    };

    public static List<ParentClause> Clauses(int count) => [.. Enumerable.Range(1, count).Select(i => new ParentClause(
        Guid.CreateVersion7(), Guid.CreateVersion7(), i, $"{(i <= count / 2 ? "I" : "II")}. Công tác {(i <= count / 2 ? "chỉ đạo" : "tuyên truyền")}", $"{i}",
        $"Xây dựng chuyên mục số {i} tuyên truyền cải cách hành chính trên trang thông tin điện tử và hệ thống loa truyền thanh cơ sở", "Chuyên mục", "Quý II/2026", TimeframeKind.Period,
        new DateOnly(2026, 4, 1), new DateOnly(2026, 6, 30), null, i % 3 == 0 ? AssignmentRole.Coordinating : AssignmentRole.Lead))];

    /// <summary>As the wizard makes it, and then as an officer completes it.</summary>
    public static PlanDraft Whole(AgencyRef agency, int tasks, out IReadOnlyDictionary<Guid, string> marks)
    {
        var clauses = Clauses(tasks);
        marks = clauses.ToDictionary(clause => clause.PlanTaskId, clause => clause.Label);
        var above = agency == Department ? new[] { Province } : [];
        var draft = UnitDraft.Of(Parent(), UnitHeading.Of(agency, above, Parent()), clauses, new TakeOver { Tasks = [.. clauses.Select(clause => clause.PlanTaskId)] });
        for (var i = 0; i < draft.Tasks.Count; i++)
        {
            var task = draft.Tasks[i];
            task.InCharge = i % 4 == 0 ? ["Lê Thị Bình", "Trần Văn Chung"] : ["Nguyễn Văn An"];
            task.Estimate = i % 2 == 0 ? 1_500_000 + (i * 10_000) : null;
            task.Coordinating = i % 5 == 0 ? ["Công an xã", "Đoàn Thanh niên"] : [];
        }

        draft.Texts.AddRange(
        [
            new DraftText { Id = "v1", Kind = PlanTextKind.Purpose, Text = "Nâng cao nhận thức của cán bộ, công chức và người dân về cải cách hành chính." },
            new DraftText { Id = "v2", Kind = PlanTextKind.Requirement, Text = "Tuyên truyền thiết thực, hiệu quả, tiết kiệm.\nGắn với nhiệm vụ chính trị của địa phương." },
            new DraftText { Id = "v3", Kind = PlanTextKind.Topic, Text = "Kết quả giải quyết thủ tục hành chính, dịch vụ công trực tuyến." },
            new DraftText { Id = "v4", Kind = PlanTextKind.Form, Text = "Phát thanh trên hệ thống loa truyền thanh cơ sở." },
            new DraftText { Id = "v5", Kind = PlanTextKind.Audience, Text = "Cán bộ, công chức, người dân trên địa bàn xã." },
        ]);
        draft.Targets.Add(new DraftTarget { Id = "m1", Text = "100% thôn, bản được tuyên truyền ít nhất 02 buổi trong năm.", Value = 100, Unit = "%" });
        draft.Cadences.Add(new DraftCadence { Id = "d1", Text = "Mỗi tuần phát thanh ít nhất 02 lượt, mỗi lượt từ 05 phút." });
        draft.Reporting.Add(new DraftReporting { Id = "b1", Text = "Báo cáo kết quả về UBND tỉnh trước ngày 15 tháng 12 năm 2026." });
        draft.Responsibilities.Add(new DraftResponsibility { Id = "r1", Agency = "Văn phòng HĐND và UBND", Duties = [new DraftDuty { Id = "n1", Text = "Theo dõi, đôn đốc, tổng hợp kết quả thực hiện Kế hoạch." }] });
        draft.Heading.Budget = "Kinh phí thực hiện từ nguồn ngân sách xã năm 2026.";
        return draft;
    }

    public static byte[] Write(PlanDraft draft, IReadOnlyDictionary<Guid, string> marks)
    {
        using var stream = new MemoryStream();
        DocumentWriter.Write(UnitPlanDocument.Compose(draft, marks, "15/KH-UBND", 2026), stream);
        return stream.ToArray();
    }

    public static PlanContent Read(byte[] docx) => PlanReader.Read(SourceReader.Read(new MemoryStream(docx))).Content;
}
