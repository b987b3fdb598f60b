using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Loa.Documents.Tests.Generation;

/// <summary>The generator itself: same seed, same plan; what it prints is well formed.</summary>
public sealed class GeneratorTests
{
    [Fact]
    public void Write_TheSameSeed_PrintsTheSamePlan() =>
        TextPrinter.Print(PlanGenerator.Write(7, merges: false), TextNoise.PageCuts).ShouldBe(TextPrinter.Print(PlanGenerator.Write(7, merges: false), TextNoise.PageCuts));

    [Fact]
    public void Write_ManySeeds_CoversPlansWithAndWithoutAnnexesYearsAndNumbers()
    {
        var plans = Enumerable.Range(1, 200).Select(seed => PlanGenerator.Write(seed, merges: true).Content).ToList();

        plans.ShouldContain(p => p.Tasks.All(t => t.Annex == null));
        plans.ShouldContain(p => p.Tasks.Any(t => t.Annex == 2));
        plans.ShouldContain(p => p.Document.Year == null);
        plans.ShouldContain(p => p.Document.YearTo > p.Document.Year);
        plans.ShouldContain(p => p.Document.Number == null);
        plans.ShouldContain(p => p.Document.Promulgates != null);
        plans.ShouldAllBe(p => p.Tasks.Count > 0);
    }

    [Fact]
    public void DocxPrinter_ManySeeds_PrintsValidDocuments()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            using var stream = new MemoryStream(DocxPrinter.Print(PlanGenerator.Write(seed, merges: true)));
            using var document = WordprocessingDocument.Open(stream, false);
            new OpenXmlValidator().Validate(document).Select(e => $"seed {seed}: {e.Description} {e.Path?.XPath}").ShouldBeEmpty();
        }
    }
}
