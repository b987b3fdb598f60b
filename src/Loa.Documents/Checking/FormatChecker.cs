using Loa.Documents.Blocks;
using Loa.Documents.Checking.Layout;
using Loa.Documents.Checking.Rules;

namespace Loa.Documents.Checking;

/// <summary>
/// Holds a DOCX against the format of Decree 30/2020/NĐ-CP, Annex I. An element that is not found is reported as such; what no
/// file says (whether a title stands alone, how a page breaks) is not judged.
/// </summary>
public static class FormatChecker
{
    /// <exception cref="DocumentException">The file cannot be opened as DOCX; the exception says why in Vietnamese and English.</exception>
    public static FormatReport Check(string path, ReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        return SourceReader.Read(path, options, Check, cancellationToken);
    }

    /// <inheritdoc cref="Check(string, ReadOptions?, CancellationToken)"/>
    public static FormatReport Check(Stream stream, ReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return SourceReader.Read(stream, options, Check, cancellationToken);
    }

    private static FormatReport Check(ReadOnlyMemory<byte> bytes, ReadBudget budget)
    {
        switch (FileKinds.Detect(bytes.Span))
        {
            case FileKind.Zip:
                break;
            case FileKind.Empty:
                throw new DocumentException(DocumentFailure.Empty);
            case FileKind.EncryptedOffice:
                throw new DocumentException(DocumentFailure.Encrypted);
            default:
                throw new DocumentException(DocumentFailure.NotDocx);
        }

        var laid = LayoutReader.Read(bytes, budget);
        var elements = ElementFinder.Find(laid);
        var findings = new Findings();
        PageRules.Check(laid, elements, findings);
        LetterRules.Check(laid, findings);
        HeadingRules.Check(laid, elements, findings);
        TitleRules.Check(laid, elements, findings);
        BodyRules.Check(elements, findings);
        ClosingRules.Check(elements, findings);
        AnnexRules.Check(elements, findings);
        return new FormatReport { Deviations = findings.ToDeviations() };
    }
}
