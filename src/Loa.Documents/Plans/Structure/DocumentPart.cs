namespace Loa.Documents.Plans;

/// <summary>One document of the file: the decision, the plan it promulgates, each with its own blocks.</summary>
internal sealed class DocumentPart
{
    /// <summary>Lines above the kind: superior, issuer, number, motto, place and date.</summary>
    public List<Line> Head { get; } = [];

    public Line? KindLine { get; set; }

    public string? Kind { get; set; }

    /// <summary>Lines under the kind up to the preamble, without captions.</summary>
    public List<Line> Subject { get; } = [];

    /// <summary>"(Ban hành kèm theo Quyết định số …)".</summary>
    public List<Line> Captions { get; } = [];

    /// <summary>From the first "Căn cứ" to "như sau:" or the first section.</summary>
    public List<Line> Preamble { get; } = [];

    public List<Line> Body { get; } = [];

    /// <summary>Recipients and signature.</summary>
    public List<Line> Closing { get; } = [];

    public List<AnnexPart> Annexes { get; } = [];

    /// <summary>The plan that a decision issues, printed behind its signature.</summary>
    public DocumentPart? Promulgated { get; set; }
}

/// <summary>An annex: what stands behind the signature and is not a document of its own.</summary>
internal sealed class AnnexPart
{
    public List<Line> Title { get; } = [];

    public List<Line> Captions { get; } = [];

    public List<Line> Content { get; } = [];

    public bool IsReportOutline
    {
        get
        {
            foreach (var line in Title)
            {
                if (line.Folded.Contains("de cuong", StringComparison.Ordinal))
                    return true;
            }

            return false;
        }
    }

    public string FoldedTitle => string.Join(' ', Title.Select(l => l.Folded));
}
