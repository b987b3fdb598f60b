using System.Text.Json;
using System.Text.Json.Serialization;
using Loa.Documents.Blocks;
using Loa.Documents.Plans;
using Loa.Documents.Tests.Scoring;

namespace Loa.Documents.Tests.Handwritten;

/// <summary>Six plans in our own words, each with what a person reads in it.</summary>
public sealed class HandwrittenPlanTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    private static readonly string[] Plans = ["tinh-hai-phu-luc", "bo-phe-duyet-2026-2030", "xa-khong-phu-luc", "so-gach-dau-dong", "ban-dang-de-cuong", "tinh-san-pham-o-gop"];

    [Fact]
    public void Read_TheHandwrittenPlans_ReachesEveryMeasure()
    {
        var sum = new PlanScore();
        foreach (var name in Plans)
            sum.Add(PlanComparison.Compare(Expected(name), Read(name)), name);

        sum.Reaches.ShouldBeTrue(sum.ToString());
    }

    private static PlanContent Read(string name)
    {
        using var stream = name == "tinh-san-pham-o-gop" ? new MemoryStream(MergedCellsPlan.Docx()) : (Stream)File.OpenRead(Fixture(name + ".txt"));
        return PlanReader.Read(SourceReader.Read(stream)).Content;
    }

    private static PlanContent Expected(string name) => JsonSerializer.Deserialize<PlanContent>(File.ReadAllText(Fixture(name + ".json")), Json)!;

    private static string Fixture(string file) => Path.Combine(AppContext.BaseDirectory, "Handwritten", file);
}
