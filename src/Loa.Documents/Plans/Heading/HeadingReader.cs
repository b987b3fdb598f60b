using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>Reads the heading fields of the document, with captions standing in where a format lost the heading block.</summary>
internal static class HeadingReader
{
    public static HeadingFacts Read(DocumentPart part, Func<string> bodyText)
    {
        var facts = new HeadingFacts();
        var issuers = new List<SourceText>();
        var about = new List<SourceText>();
        HeadingBlock.Read(part.Head, facts, issuers, about);
        var (parent, issuer) = HeadingBlock.Join(issuers);
        facts.ParentIssuer = Named(parent, bodyText, facts.Place);
        facts.Issuer = Named(issuer, bodyText, facts.Place);
        if (part.Kind is not null)
            facts.Kind = new Fact(part.Kind, part.KindLine!.Text, 0.99);
        else if (about.Count > 0)
            facts.Kind = new Fact("Công văn", about[0], 0.9);
        ReadCaptions(part, facts);
        facts.Issuer ??= ReadAnnouncer(part);
        facts.Subject = ReadSubject(about.Count > 0 && part.Kind is null ? about : [.. part.Subject.Select(l => l.Text)], bodyText, facts.Place);
        facts.Years = ReadYears(part, facts.Subject);
        facts.Promulgates = ReadPromulgated(part, facts);
        SignatureReader.Read(part.Closing, facts);
        RecipientReader.Read(part.Closing, facts);
        return facts;
    }

    private static Fact? Named(SourceText name, Func<string> bodyText, Fact? place) =>
        name.IsEmpty ? null : new Fact(SentenceCase.Of(name.Text, bodyText(), place?.Value), name, 0.96);

    /// <summary>A caption that names this very document gives what the heading lost.</summary>
    private static void ReadCaptions(DocumentPart part, HeadingFacts facts)
    {
        if (facts is { Reference: not null, Date: not null, Issuer: not null })
            return;
        foreach (var caption in CaptionsOf(part))
        {
            var text = SourceText.Join(" ", caption.Select(l => l.Text));
            if (LegalBases.Read("Căn cứ " + Bare(text)) is not [{ Basis: { Reference: { } named } basis }, ..])
                continue;
            if (facts.Kind is { } kind && !string.Equals(basis.Kind, kind.Value, StringComparison.OrdinalIgnoreCase))
                continue;
            var reference = DocumentReferences.ReadHeading("Số: " + named);

            // "/KH-SYT" over the text and "Kế hoạch số     /KH-SYT" under the annex: the same open number.
            if (facts.Reference is { } printed && printed.Value != named)
                continue;
            facts.Reference ??= new Fact(named, text, 0.9);
            facts.Number ??= reference?.Number;
            facts.Symbol ??= reference?.Symbol;
            if (facts.Date is null && basis.Date is { } date)
                facts.Date = (date, text);
            if (facts.Issuer is null && basis.Issuer is { } issuer)
                facts.Issuer = new Fact(issuer, Find(text, issuer), 0.9);
            return;
        }
    }

    /// <summary>A text that lost its heading still says who issues the plan: "…; Sở Y tế xây dựng Kế hoạch … như sau:".</summary>
    private static Fact? ReadAnnouncer(DocumentPart part)
    {
        if (part.Preamble.Count == 0 || !part.Preamble[^1].Value.EndsWith(':'))
            return null;
        var last = part.Preamble[^1].Text;
        for (var at = last.Length; at > 0;)
        {
            at = last.Text.LastIndexOfAny([',', ';'], at - 1);
            var clause = last.From(at + 1).Trim();
            if (Agencies.StartsWithAgency(clause.Text) is { Closed: false, Request: false } opening
                && Folding.Fold(clause.Text[opening.RestStart..]) is var rest && (rest.StartsWith("ban hanh", StringComparison.Ordinal) || rest.StartsWith("xay dung", StringComparison.Ordinal)))
                return new Fact(opening.Agency, clause.Slice(opening.AgencyRange), 0.8);
        }

        return null;
    }

    private static string Bare(SourceText caption)
    {
        var at = Folding.Fold(caption.Text).IndexOf("theo ", StringComparison.Ordinal);
        return caption.From(at < 0 ? 0 : Math.Min(at + 5, caption.Length)).Text.TrimEnd(')', '*', ' ', '.');
    }

    private static SourceText Find(SourceText text, string words) =>
        text.Text.IndexOf(words, StringComparison.Ordinal) is var at and >= 0 ? text.Slice(at, at + words.Length) : text;

    private static IEnumerable<List<Line>> CaptionsOf(DocumentPart part)
    {
        if (part.Promulgated is { Captions.Count: > 0 } plan)
            yield return plan.Captions;
        foreach (var annex in part.Annexes)
        {
            if (annex.Captions.Count > 0)
                yield return annex.Captions;
        }
    }

    private static Fact? ReadSubject(List<SourceText> lines, Func<string> bodyText, Fact? place)
    {
        if (lines.Count == 0)
            return null;
        var from = SourceText.Join(" ", lines);
        var text = from.Text;
        if (Casing.AreCapitals(text))
            text = SentenceCase.Of(text, bodyText(), place?.Value);
        else if (lines.Exists(l => Casing.AreCapitals(l.Text)))
            text = string.Join(' ', lines.Select((l, i) => Casing.AreCapitals(l.Text) ? Inner(SentenceCase.Of(l.Text, bodyText(), place?.Value), i) : l.Text));
        text = text.Trim().TrimEnd('.', '/', ';', ':', ' ').Trim();
        var folded = Folding.Fold(text);
        foreach (var opening in (ReadOnlySpan<string>)["v/v ", "v/v: ", "v/v", "ve viec "])
        {
            if (folded.StartsWith(opening, StringComparison.Ordinal) && text.Length > opening.Length)
            {
                text = text[opening.Length..].Trim();
                break;
            }
        }

        text = Unwrapped(text);
        return text.Length == 0 ? null : new Fact(char.ToUpperInvariant(text[0]) + text[1..], from, 0.95);
    }

    private static string Inner(string line, int index) => index == 0 ? line : char.ToLowerInvariant(line[0]) + line[1..];

    private static string Unwrapped(string text) =>
        text is ['“' or '"', .., '”' or '"'] && text.AsSpan(1, text.Length - 2).IndexOfAny('“', '"') < 0 ? text[1..^1] : text;

    private static (ProgrammeYears, SourceText)? ReadYears(DocumentPart part, Fact? subject)
    {
        if (subject is { } printed && ProgrammeYearsGrammar.Find(printed.Value) is { } years)
            return (years, printed.From);
        if (part.Promulgated is { Subject.Count: > 0 } plan)
        {
            var title = SourceText.Join(" ", plan.Subject.Select(l => l.Text));
            if (ProgrammeYearsGrammar.Find(title.Text) is { } own)
                return (own, title);
        }

        if (part.Preamble.Count > 0 && part.Preamble[^1].Text is { Length: < 400 } last && ProgrammeYearsGrammar.Find(last.Text) is { } announced)
            return (announced, last);
        return null;
    }

    private static Fact? ReadPromulgated(DocumentPart part, HeadingFacts facts)
    {
        if (facts.Kind?.Value is not ("Quyết định" or "Nghị quyết" or "Chỉ thị"))
            return null;
        if (facts.Subject is { } subject && Issued(subject.Value) is { } named)
            return new Fact(named, subject.From, 0.95);
        if (part.Promulgated is { Kind: { } kind, KindLine: { } line })
            return new Fact(kind, line.Text, 0.95);
        return null;
    }

    /// <summary>"Ban hành Kế hoạch …", "Phê duyệt Đề án …": the kind behind the verb.</summary>
    private static string? Issued(string subject)
    {
        var folded = Folding.Fold(subject);
        foreach (var verb in (ReadOnlySpan<string>)["ban hanh ", "phe duyet ", "thong qua ", "cong bo "])
        {
            var at = folded.IndexOf(verb, StringComparison.Ordinal);
            if (at is >= 0 and < 20 && DocumentKinds.NamedAtStart(subject[(at + verb.Length)..].TrimStart('“', '"', ' ')) is { } kind)
                return kind;
        }

        return null;
    }
}
