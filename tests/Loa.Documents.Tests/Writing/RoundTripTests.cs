using Loa.Documents.Blocks;
using Loa.Documents.Plans;
using Loa.Documents.Tests.Scoring;

namespace Loa.Documents.Tests.Writing;

/// <summary>Word out, Word in: what the writer prints, the reader reads.</summary>
public sealed class RoundTripTests
{
    private const int Seeds = 80;

    [Fact]
    public void Read_WrittenPlan_GivesItsFactsBack()
    {
        var sum = new PlanScore();
        foreach (var plan in PlanModel.Plans(Seeds))
        {
            using var file = new MemoryStream(WrittenFile.Bytes(PlanModel.Of(plan)));
            sum.Add(PlanComparison.Compare(plan.Content, PlanReader.Read(SourceReader.Read(file)).Content), $"seed {plan.Seed}");
        }

        sum[PlanScore.Tasks].Expected.ShouldBeGreaterThan(300);
        foreach (var measure in (string[])[PlanScore.Heading, PlanScore.Bases, PlanScore.Tasks, PlanScore.Lead, PlanScore.Coordinating, PlanScore.Timeframes, PlanScore.Responsibilities])
            sum[measure].F1.ShouldBeGreaterThanOrEqualTo(0.98, sum.ToString());
    }

    [Fact]
    public void Read_WrittenPlan_GivesItsSectionsBack()
    {
        var reading = PlanReader.Read(SourceReader.Read(new MemoryStream(WrittenFile.Bytes(WrittenDocuments.Plan())))).Content;

        reading.Sections.Select(s => $"{s.Number} {s.Title}").ShouldBe(["I MỤC ĐÍCH, YÊU CẦU", "II NỘI DUNG TUYÊN TRUYỀN", "III TỔ CHỨC THỰC HIỆN"]);
        reading.Purposes.ShouldBe(["Nâng cao nhận thức, trách nhiệm của cán bộ, công chức, viên chức đối với cải cách hành chính."]);
        reading.Tasks.Count.ShouldBe(30);
        reading.Tasks[4].Lead.ShouldBe(["Văn phòng Sở"]);
    }
}
