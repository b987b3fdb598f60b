using Loa.Documents.Plans;
using Loa.Documents.Vietnamese.Instruments;
using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese;

/// <summary>A legal basis and where its passage stands in the preamble.</summary>
public sealed record FoundLegalBasis(LegalBasis Basis, TextRange Range);

/// <summary>The instruments a preamble rests on.</summary>
public static class LegalBases
{
    private static readonly Words Openings = new("căn cứ|thực hiện|xét|theo đề nghị|triển khai|tiếp tục thực hiện|thi hành|trên cơ sở|để thực hiện|nhằm thực hiện|để triển khai");

    /// <summary>Reads a preamble ("Căn cứ …; Thực hiện …"), its paragraphs joined by '\n'.</summary>
    /// <remarks>Laws carry no reference by the contract, even where one prints its number. A date that is open or impossible is null.</remarks>
    public static IReadOnlyList<FoundLegalBasis> Read(string preamble) => new PreambleReader(Tokens.Read(preamble)).Read();

    /// <summary>The paragraph opens like a preamble's: "Căn cứ", "Thực hiện", "Xét", "Theo đề nghị"…</summary>
    public static bool OpensPreamble(string paragraph)
    {
        var tokens = Tokens.Read(paragraph);
        var first = tokens[0].Kind == TokenKind.Mark ? 1 : 0;
        return tokens[first].Capital && Openings.At(tokens, first);
    }
}
