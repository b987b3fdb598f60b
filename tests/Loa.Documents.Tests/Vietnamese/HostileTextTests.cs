using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;

namespace Loa.Documents.Tests.Vietnamese;

/// <summary>No text makes a grammar throw, leave the text, or take more than linear time.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] Pieces =
    [
        "Quý ", "II", "/2024", "Tháng ", "3", " - ", ", ", "; ", " và ", "các ", "Sở ", "Nội vụ", "UBND cấp ", "huyện", "xã", "(", ")", "\n", "- ", "trước ngày ", "31/02/2024", "15/11", " hằng năm",
        "Căn cứ ", "Nghị định ", "số ", "63/2010/NĐ-CP", " ngày 08/6/2010", " của ", "Chính phủ", " về ", "sửa đổi một số điều ", "mỗi tuần ", "một lần", "100%", "trên ", "02 lần/năm", "báo cáo ", "định kỳ ", ": ", ".", "…", "Luật ", "**", "từ ", "đến ", "6 tháng đầu năm", "\u0301", "\uD83D",
    ];

    private static readonly Dictionary<string, Action<string>> Grammars = new(StringComparer.Ordinal)
    {
        ["folding"] = t => Folding.Fold(t),
        ["dates"] = t => Within(t, VietnameseDates.FindAll(t, 2024).Select(d => d.Range)),
        ["labels"] = t => (ListLabels.Read(t)?.Length ?? 0).ShouldBeLessThanOrEqualTo(t.Length),
        ["references"] = t => Within(t, DocumentReferences.FindAll(t).Select(r => r.Range)),
        ["heading reference"] = t => DocumentReferences.ReadHeading(t),
        ["bases"] = t => Within(t, LegalBases.Read(t).Select(b => b.Range)),
        ["timeframes"] = t => Within(t, Timeframes.Read(t, new(2024, 2025)).Unread),
        ["agencies"] = t => Inside(t, Agencies.ReadList(t).SelectMany(a => a.Ranges)),
        ["opening"] = t => Agencies.StartsWithAgency(t),
        ["cadences"] = t => Inside(t, Cadences.Read(t).Select(c => c.Range)),
        ["reporting"] = t => Inside(t, ReportingDuties.Read(t, new(2024, 2024)).Select(c => c.Range)),
        ["forms"] = t => CommunicationForms.Classify(t).ShouldNotBeEmpty(),
        ["targets"] = t => Targets.Read(t),
        ["years"] = t => ProgrammeYearsGrammar.Find(t),
        ["sentences"] = t => Within(t, Sentences.Split(t)),
        ["sentence case"] = t => SentenceCase.Of(t, place: "Thanh Giang"),
    };

    public static TheoryData<string> Names => [.. Grammars.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AnyText_IsReadWithoutThrowing(string grammar)
    {
        var read = Grammars[grammar];
        Prop.ForAll<string?>(text => read(text ?? "")).Check(Quick);
        var mixed = Gen.ListOf(Gen.Elements(Pieces)).Select(parts => string.Concat(parts)).ToArbitrary();
        Prop.ForAll(mixed, text => read(text)).Check(Quick);
    }

    private static readonly Config Quick = Config.QuickThrowOnFailure.WithMaxTest(300);

    /// <summary>One megabyte of what a grammar likes most takes seconds at worst; anything super-linear takes hours.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void AMegabyte_IsReadInSeconds(string grammar)
    {
        foreach (var piece in new[] { "Quý I, ", "các sở, ", "UBND cấp huyện, ", "(", "1.", "trước ", "Nghị định số 1/NĐ-CP, ", "Căn cứ Luật Đất đai và ", "mỗi tuần ", "12/", "báo cáo ", "a", "- \n", "Tháng 3 - ", "cấp " })
        {
            var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
            var clock = Stopwatch.StartNew();
            Grammars[grammar](text);
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20), piece);
        }
    }

    [Fact]
    public void Folding_IsIdempotent() => Prop.ForAll<string?>(text =>
    {
        var folded = Folding.Fold(text ?? "");
        Folding.Fold(folded).ShouldBe(folded);
    }).Check(Quick);

    [Fact]
    public void APrintedDate_ReadsBack() => Prop.ForAll(Gen.Choose(0, 40_000).ToArbitrary(), days =>
    {
        var date = new DateOnly(1990, 1, 1).AddDays(days);
        VietnameseDates.Find($"ngày {date.Day:00} tháng {date.Month:00} năm {date.Year}")!.Value.Date.ShouldBe(date);
        VietnameseDates.Find($"trước ngày {date.Day}/{date.Month}/{date.Year};")!.Value.Date.ShouldBe(date);
    }).Check(Quick);

    [Fact]
    public void APrintedQuarter_ReadsBack() => Prop.ForAll(Gen.Choose(0, 100).ToArbitrary(), n =>
    {
        var (quarter, year) = ((n % 4) + 1, 2015 + (n / 4));
        var timeframe = Timeframes.Read($"Quý {Numerals.ToRoman(quarter)}/{year}", null).Timeframe.ShouldNotBeNull();
        timeframe.Kind.ShouldBe(TimeframeKind.Period);
        timeframe.From.ShouldBe(new DateOnly(year, (quarter * 3) - 2, 1));
        timeframe.To.ShouldBe(new DateOnly(year, (quarter * 3) - 2, 1).AddMonths(3).AddDays(-1));
    }).Check(Quick);

    [Fact]
    public void APrintedReference_ReadsBack() => Prop.ForAll(Gen.Choose(1, 9999).ToArbitrary(), number =>
    {
        DocumentReferences.ReadHeading($"Số: {number} /KH-UBND")!.Reference.ShouldBe($"{number}/KH-UBND");
        LegalBases.Read($"Căn cứ Nghị định số {number}/2020/NĐ-CP ngày 08/4/2020 của Chính phủ;")[0].Basis.Reference.ShouldBe($"{number}/2020/NĐ-CP");
    }).Check(Quick);

    private static void Inside(string text, IEnumerable<TextRange> ranges)
    {
        foreach (var range in ranges)
        {
            range.Start.ShouldBeInRange(0, range.End);
            range.End.ShouldBeLessThanOrEqualTo(text.Length);
        }
    }

    private static void Within(string text, IEnumerable<TextRange> ranges)
    {
        var end = 0;
        foreach (var range in ranges)
        {
            if (range.Start < end || range.End < range.Start || range.End > text.Length)
                throw new InvalidOperationException($"{range} is out of order in a text of {text.Length}.");
            end = range.End;
        }
    }
}
