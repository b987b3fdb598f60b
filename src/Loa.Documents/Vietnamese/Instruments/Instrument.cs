using Loa.Documents.Plans;
using Loa.Documents.Vietnamese.Bodies;
using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese.Instruments;

/// <summary>An instrument as the reader meets it: where it starts and what its first words say.</summary>
internal sealed class Instrument
{
    private const int LongestIssuer = 24;

    public required int First { get; init; }
    public required string Kind { get; init; }
    public required bool IsLaw { get; init; }

    /// <summary>The token behind kind, reference, date and issuer: the title starts here.</summary>
    public int Body { get; private set; }

    public string? Reference { get; private set; }
    public DateOnly? Date { get; private set; }
    public string? Issuer { get; private set; }

    /// <summary>Nothing stands behind its details up to the token: its issuer may be printed behind the next one.</summary>
    public bool IsBareUntil(int end) => Issuer is null && Date is not null && Body == end;

    /// <summary>An instrument at the token: kind and reference, or a law by its name, or (where <paramref name="bare"/>) a kind alone.</summary>
    public static Instrument? At(Tokens tokens, int index, bool bare)
    {
        if (!tokens[index].Capital)
            return null;
        var words = InstrumentWords.Kinds.Match(tokens, index);
        if (words == 0)
            return null;
        var law = InstrumentWords.LawLike.At(tokens, index);
        var length = ReadReference(tokens, index + words, out var reference);
        if (length == 0 && !bare && !(law && IsLawName(tokens, index + words)))
            return null;
        var isLaw = InstrumentWords.Laws.At(tokens, index);
        var instrument = new Instrument
        {
            First = index,
            Kind = SentenceCase.Of(Timeframes.OneLine(tokens.Slice(index, index + words))),
            IsLaw = isLaw,
            Reference = isLaw ? null : reference,
        };
        instrument.ReadDetails(tokens, index + words + length);
        return instrument;
    }

    /// <summary>"số B ngày …" of "các Nghị định số A ngày …, số B ngày …".</summary>
    public static Instrument? Next(Tokens tokens, int index, string kind, string? issuer)
    {
        if (!tokens[index].Is(InstrumentWords.Number) || ReadReference(tokens, index, out var reference) is not (var length and > 0))
            return null;
        var instrument = new Instrument { First = index, Kind = kind, IsLaw = false, Reference = reference };
        instrument.ReadDetails(tokens, index + length);
        instrument.Issuer ??= issuer;
        return instrument;
    }

    /// <summary>A reference that stands apart from the kind: "Kế hoạch cải cách hành chính số 12/KH-UBND ngày …".</summary>
    public void Complete(Tokens tokens, string? reference, int index)
    {
        Reference = reference;
        ReadDetails(tokens, index);
    }

    /// <summary>Tokens of "số 20/2008/NĐ-CP" or "20/2008/NĐ-CP" or "số    /KH-UBND".</summary>
    public static int ReadReference(Tokens tokens, int index, out string? reference)
    {
        var i = index;

        // "và các Nghị định: số 48/2013/NĐ-CP …".
        if (tokens[i].IsMark(':') && tokens[i + 1].Is(InstrumentWords.Number))
            i++;
        if (tokens[i].Is(InstrumentWords.Number))
            i++;
        if (tokens[i].IsMark(':'))
            i++;
        var length = DocumentReferences.Match(tokens, i, out var found);
        if (length == 0 && i > index)
            length = DocumentReferences.MatchOpen(tokens, i, out found);
        reference = found?.Reference;
        return length == 0 ? 0 : i + length - index;
    }

    private static bool IsLawName(Tokens tokens, int index) =>
        tokens[index] is { Kind: TokenKind.Word, Capital: true } || tokens[index].Is(InstrumentWords.Amending) || tokens[index].Is(InstrumentWords.Number)
        || VietnameseDates.MatchParts(tokens, index, out _, out _, out _) > 0;

    private void ReadDetails(Tokens tokens, int index)
    {
        var i = index;
        for (var guard = 0; guard < 4; guard++)
        {
            var start = tokens[i].IsMark(',') ? i + 1 : i;
            if (Date is null && VietnameseDates.Match(tokens, start, null, out var date) is var dated and > 0)
            {
                Date = date.Date;
                i = start + dated;
            }
            else if (Issuer is null && tokens[start].Is(InstrumentWords.Of) && !IsLaw && IssuerEnd(tokens, start + 1, IsJoint) is var end && end > start + 1)
            {
                Issuer = Timeframes.OneLine(tokens.Slice(start + 1, end));
                i = end;
            }
            else if (Reference is null && !IsLaw && tokens[start].Is(InstrumentWords.Number) && ReadReference(tokens, start, out var late) is var referred and > 0)
            {
                Reference = late;
                i = start + referred;
            }
            else
            {
                break;
            }
        }

        Body = i;
    }

    /// <summary>Issued by several: "Thông tư liên tịch số 19/2014/TTLT-BTC-BTP".</summary>
    private bool IsJoint => Kind.Contains("liên tịch", StringComparison.Ordinal) || Reference?.Contains("LT-", StringComparison.Ordinal) == true;

    private static int IssuerEnd(Tokens tokens, int first, bool joint)
    {
        for (var i = first; i < first + LongestIssuer; i++)
        {
            ref readonly var token = ref tokens[i];

            // "Ban Chỉ đạo cải cách hành chính" is a name; behind a place ("UBND tỉnh cải cách hành chính …") the title has begun.
            if (Lexicon.Fields.Match(tokens, i) is var field and > 1 && (token.Capital || Lexicon.Tiers.Match(tokens, i - 1, out _) == 0))
            {
                i += field - 1;
                continue;
            }

            if (token.Kind is TokenKind.End or TokenKind.Number || (token.StartsLine && i > first && token.Capital && InstrumentWords.Openers.At(tokens, i)))
                return i;
            if (token.Kind == TokenKind.Mark)
            {
                if (token.Mark is not ('-' or '&' or '/') && !(joint && token.Mark == ',' && Lexicon.IsHead(tokens, i + 1, inside: true)))
                    return i;
                continue;
            }

            if (i == first)
                continue;
            if (!token.Capital && InstrumentWords.TitleStarts.At(tokens, i))
                return i;
            if (token.Capital && InstrumentWords.Kinds.At(tokens, i))
                return i;
            if (token.Is(InstrumentWords.Number) && ReadReference(tokens, i, out _) > 0)
                return i;
            if (token.Is(InstrumentWords.And) && !Lexicon.IsHead(tokens, i + 1, inside: true))
                return i;
        }

        return first + LongestIssuer;
    }

    /// <summary>The basis once its end is known. A law's date stands behind its name.</summary>
    public FoundLegalBasis Close(Tokens tokens, int end)
    {
        while (end > First + 1 && tokens[end - 1].Kind == TokenKind.Mark && tokens[end - 1].Mark is ';' or ',' or '.' or ':' or '-')
            end--;
        if (Date is null && IsLaw)
        {
            for (var i = Body; i < end && VietnameseDates.Next(tokens, i, end, null, out var date, out i);)
                Date = date.Date ?? Date;
        }

        var range = tokens.Range(First, end);
        return new(new LegalBasis(Timeframes.OneLine(tokens.Text.AsSpan(range.Start, range.Length)), Kind, Reference, Date, Issuer), range);
    }
}
