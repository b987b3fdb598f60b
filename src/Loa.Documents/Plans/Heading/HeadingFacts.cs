using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>What the heading, captions and signature say, each with its passage.</summary>
internal sealed class HeadingFacts
{
    public Fact? Kind { get; set; }

    public Fact? Promulgates { get; set; }

    public Fact? ParentIssuer { get; set; }

    public Fact? Issuer { get; set; }

    public Fact? Reference { get; set; }

    public int? Number { get; set; }

    public string? Symbol { get; set; }

    public Fact? Place { get; set; }

    public (DateOnly Date, SourceText From)? Date { get; set; }

    public Fact? Subject { get; set; }

    public (ProgrammeYears Years, SourceText From)? Years { get; set; }

    public Fact? Authority { get; set; }

    public Fact? Capacity { get; set; }

    public Fact? Title { get; set; }

    public Fact? Name { get; set; }

    public List<Fact> Recipients { get; } = [];
}
