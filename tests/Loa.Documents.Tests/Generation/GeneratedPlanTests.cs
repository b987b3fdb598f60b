using System.Text;
using Loa.Documents.Blocks;
using Loa.Documents.Plans;
using Loa.Documents.Tests.Scoring;

namespace Loa.Documents.Tests.Generation;

/// <summary>Reading what the generator wrote gives the model back.</summary>
public sealed class GeneratedPlanTests
{
    private const int Seeds = 120;

    [Fact]
    public void Read_GeneratedDocx_GivesTheModelBack() =>
        Hold(seed => (PlanGenerator.Write(seed, merges: true), DocxPrinter.Print(PlanGenerator.Write(seed, merges: true))));

    [Fact]
    public void Read_GeneratedText_GivesTheModelBack() => Hold(seed => Text(seed, TextNoise.None));

    [Theory]
    [InlineData(nameof(TextNoise.Markup))]
    [InlineData(nameof(TextNoise.Decomposed))]
    [InlineData(nameof(TextNoise.SoftHyphens))]
    [InlineData(nameof(TextNoise.PageCuts))]
    [InlineData(nameof(TextNoise.SingleLines))]
    public void Read_GeneratedTextWithNoise_GivesTheModelBack(string noise) => Hold(seed => Text(seed + 1000, Enum.Parse<TextNoise>(noise)));

    private static (GeneratedPlan Plan, byte[] File) Text(int seed, TextNoise noise)
    {
        var plan = PlanGenerator.Write(seed, merges: false);
        return (plan, Encoding.UTF8.GetBytes(TextPrinter.Print(plan, noise)));
    }

    /// <summary>Reads many plans; the message names the failing seeds and every difference.</summary>
    private static void Hold(Func<int, (GeneratedPlan Plan, byte[] File)> write)
    {
        var sum = new PlanScore();
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var (plan, file) = write(seed);
            using var stream = new MemoryStream(file);
            sum.Add(PlanComparison.Compare(plan.Content, PlanReader.Read(SourceReader.Read(stream)).Content), $"seed {plan.Seed}");
        }

        sum.Reaches.ShouldBeTrue(sum.ToString());
    }
}
