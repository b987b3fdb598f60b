using Loa.Documents.Vietnamese.Bodies;
using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese.Instruments;

/// <summary>
/// One pass over a preamble. An instrument behind an opener, a comma, "và" or ';' is a basis; one that follows other words
/// ("một số điều của …", "hướng dẫn thi hành …") belongs to the title of the basis before it.
/// </summary>
internal sealed class PreambleReader(Tokens tokens)
{
    private readonly List<FoundLegalBasis> bases = [];
    private Instrument? current;
    private Instrument? previous;

    // The last instrument named inside the current one's title, and where its own words end.
    private bool nested;
    private int nestedBody = -1;

    // The last bases that ended before an issuer was named.
    private int bare;

    // Nothing more is read up to the end of the clause: the proposal, or the sentence that issues the plan.
    private bool silent;

    public IReadOnlyList<FoundLegalBasis> Read()
    {
        for (var i = 0; i < tokens.Count;)
        {
            if (EndsClause(i))
            {
                Close(i);
                i = StartClause(i);
                continue;
            }

            i = silent ? i + 1 : Step(i);
        }

        Close(tokens.Count);
        return bases;
    }

    private bool EndsClause(int index)
    {
        ref readonly var token = ref tokens[index];
        if (token.StartsLine)
            return index == 0 || token.Capital || token.Kind == TokenKind.Mark;
        if (token.IsMark(';'))
            return true;
        return token.IsMark('.') && tokens[index + 1].Capital && !tokens[index + 1].Glued && tokens[index - 1].Length > 2;
    }

    /// <summary>Reads the first words of a clause and returns the token to go on from.</summary>
    private int StartClause(int index)
    {
        silent = false;
        var i = index;
        while (tokens[i].Kind == TokenKind.Mark && tokens[i].Mark is ';' or '.' or '-' or '+' or '*' or ',' or '"')
            i++;
        if (tokens[i].Is(InstrumentWords.And))
            i++;
        if (InstrumentWords.Proposals.At(tokens, i))
        {
            silent = true;
            return Math.Max(i, index + 1);
        }

        // "các Nghị định của Chính phủ: số A ngày …; số B ngày …"
        if (previous is { } before && tokens[index].IsMark(';') && Instrument.Next(tokens, i, before.Kind, before.Issuer) is { } listed)
            return Begin(listed);
        var opener = InstrumentWords.Openers.Match(tokens, i);
        i += opener;
        i += Lexicon.Several.Match(tokens, i);
        if (Instrument.At(tokens, i, bare: true) is { } first && (opener > 0 || first.Reference is not null || first.IsLaw || tokens[index].IsMark(';')))
            return Begin(first);
        silent = opener == 0 && (Lexicon.IsHead(tokens, i, inside: false) || (tokens[index].StartsLine && !IsLowerLine(i)));
        return Math.Max(i, index + 1);
    }

    private bool IsLowerLine(int index) => !tokens[index].Capital;

    private int Begin(Instrument instrument)
    {
        current = instrument;
        nested = false;
        nestedBody = -1;
        return Math.Max(instrument.Body, instrument.First + 1);
    }

    private int Step(int index)
    {
        var separator = Separator(index);
        if (separator > 0)
            return Behind(index, index + separator);
        if (Instrument.At(tokens, index, bare: false) is { } found)
        {
            if (current is null)
                return Begin(found);
            nested = true;
            nestedBody = found.Body;
            return Math.Max(found.Body, index + 1);
        }

        if (current is { Reference: null, IsLaw: false } && !nested && tokens[index].Is(InstrumentWords.Number)
            && Instrument.ReadReference(tokens, index, out var late) is var length and > 0)
        {
            current.Complete(tokens, late, index + length);
            return Math.Max(current.Body, index + length);
        }

        return index + 1;
    }

    private int Separator(int index)
    {
        if (tokens[index].IsMark(','))
            return tokens[index + 1].Is(InstrumentWords.And) ? 2 : 1;
        return tokens[index].Is(InstrumentWords.And) ? 1 : 0;
    }

    /// <summary>Behind a comma or "và": another basis, more of the title, or the end of the bases.</summary>
    private int Behind(int separator, int next)
    {
        if (current is not null && (InstrumentWords.Tails.At(tokens, next) || Issues(next)))
        {
            var opener = InstrumentWords.Openers.Match(tokens, next);
            if (opener > 0 && Instrument.At(tokens, next + opener, bare: false) is { } opened)
            {
                Close(separator);
                return Begin(opened);
            }

            Close(separator);
            silent = true;
            return next;
        }

        var verb = tokens[next].Capital ? 0 : InstrumentWords.Openers.Match(tokens, next);
        var several = verb + Lexicon.Several.Match(tokens, next + verb);
        var found = Instrument.At(tokens, next + several, bare: false) ?? (current is { } before && !nested ? Instrument.Next(tokens, next, before.Kind, before.Issuer) : null);
        if (found is null)
            return next;
        if (current is not null && verb == 0 && ContinuesNested(separator, found))
        {
            nestedBody = found.Body;
            return Math.Max(found.Body, next);
        }

        Close(separator);
        return Begin(found);
    }

    /// <summary>
    /// "… một số điều của Nghị định số A và Nghị định số B": both stand in the title; so does what follows A at once behind a comma,
    /// unless it has a title of its own.
    /// </summary>
    private bool ContinuesNested(int separator, Instrument found) =>
        nested && (tokens[separator].Is(InstrumentWords.And) || (nestedBody == separator && !(tokens[found.Body].Kind == TokenKind.Word && !tokens[found.Body].Is(InstrumentWords.And))));

    /// <summary>"Sở Y tế xây dựng Kế hoạch …": the body that issues the plan.</summary>
    private bool Issues(int index)
    {
        if (!tokens[index].Capital || !Lexicon.IsHead(tokens, index, inside: true))
            return false;
        for (var i = index + 1; i < index + 30 && i < tokens.Count && !tokens[i].IsMark(';'); i++)
        {
            if (!tokens[i].Capital && InstrumentWords.Verbs.At(tokens, i))
                return true;
            if (tokens[i].Capital && InstrumentWords.Kinds.At(tokens, i) && Instrument.ReadReference(tokens, i + InstrumentWords.Kinds.Match(tokens, i), out _) > 0)
                return false;
        }

        return false;
    }

    private void Close(int end)
    {
        if (current is not null)
        {
            bases.Add(current.Close(tokens, end));
            ShareIssuer(end);
        }

        previous = current ?? previous;
        current = null;
        nested = false;
        nestedBody = -1;
    }

    /// <summary>"UBND" of "45/QĐ-UBND".</summary>
    private static string? Office(string? reference) => reference?[(reference.LastIndexOf('-') + 1)..];

    /// <summary>"Nghị định số A ngày … và Nghị định số B ngày … của Chính phủ …": the issuer is printed once, behind the last.</summary>
    private void ShareIssuer(int end)
    {
        for (var i = bases.Count - 2; current!.Issuer is { } issuer && i >= bases.Count - 1 - bare; i--)
        {
            if (bases[i].Basis.Kind == current.Kind || Office(bases[i].Basis.Reference) is { Length: > 0 } office && office == Office(current.Reference))
                bases[i] = bases[i] with { Basis = bases[i].Basis with { Issuer = issuer } };
        }

        bare = current.IsBareUntil(end) && !tokens[end].IsMark(';') ? bare + 1 : 0;
    }
}
