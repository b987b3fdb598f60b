using System.Globalization;
using Loa.Data;
using Loa.Documents.Writing;
using Loa.Modules.Agencies;
using Loa.Platform;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports.Composing;

/// <summary>A report as the Word file that is signed, or as the one that is worked with, whose figures lead to the rows behind them.</summary>
internal sealed class ReportDocument(LoaDbContext db, ReportChecks checks, ReportsBelow below, Platform.Calendar calendar, LoaSettings settings)
{
    /// <summary>Up to so many figures a section says in lines of its text, more in a table.</summary>
    private const int SentencesMost = 4;

    private const string Open = "…";

    /// <param name="working">With links on figures; the copy for signature carries none.</param>
    public async Task WriteAsync(OpenReport report, bool working, Stream stream, CancellationToken cancellationToken)
    {
        var facts = await FactsAsync(report, cancellationToken);
        if (working)
        {
            facts = facts with { Link = address => new Uri(settings.Absolute(address)) };
        }

        var annexes = new FigureAnnexes(facts, below, cancellationToken).Write();
        if (report.Outline.PartOf is null)
        {
            DocumentWriter.Write(await ComposeAsync(facts, annexes, cancellationToken), stream);
        }
        else
        {
            DocumentWriter.WriteFragment(new DocumentFragment { Title = Topic(report.Outline.Title), Label = report.Outline.PartNumber is { } number ? $"{number.Trim().TrimEnd('.')}." : null, Body = Sections(facts), Annexes = annexes }, stream);
        }
    }

    public async Task<ReportFacts> FactsAsync(OpenReport report, CancellationToken cancellationToken)
    {
        var count = await below.CountAsync(report.Report, cancellationToken);
        return new ReportFacts(report, await checks.EarlierAsync(report.Report, report.Period, cancellationToken), count,
            count == 0 ? new Dictionary<Guid, (long?, long?)>() : await below.SumsAsync(report.Report, cancellationToken), await below.MissingAsync(report.Report, cancellationToken));
    }

    private async Task<AdministrativeDocument> ComposeAsync(ReportFacts facts, IReadOnlyList<Annex> annexes, CancellationToken cancellationToken)
    {
        var report = facts.Open.Report;
        var issuer = await db.Set<Agency>().AsNoTracking().SingleAsync(agency => agency.AgencyId == report.HolderAgencyId, cancellationToken);
        var heading = AgencyHeading.Of(AgencyRef.Of(issuer), [.. (await db.Set<Agency>().AsNoTracking().Above(issuer.Path).ToListAsync(cancellationToken)).Select(AgencyRef.Of)]);
        var receiver = await ReceiverAsync(facts.Open, cancellationToken);
        var (number, symbol) = Numbered(report.SignedReference);
        return new AdministrativeDocument
        {
            Heading = new DocumentHeading
            {
                Superior = heading.Superior,
                Issuer = heading.Issuer,
                Number = number,
                Symbol = symbol ?? heading.Symbol(DocumentKind.Report),
                Place = heading.Place ?? Open,
                Date = report.SignedOn,
                Year = calendar.VietnamToday.Year,
            },
            Kind = DocumentKind.Report,
            Subject = Topic(facts.Open.Period.Title),
            Addressees = receiver is null ? [] : [receiver],
            Body = Body(facts, heading.Issuer, annexes.Count),
            Annexes = annexes,
            Signature = new Signature { Authority = heading.Authority is { } authority ? [authority] : [], Title = heading.Title },
            Recipients = receiver is null ? [] : ["Như trên"],
        };
    }

    private static IEnumerable<TextBlock> Body(ReportFacts facts, string issuer, int annexes)
    {
        var (open, topic) = (facts.Open, LowerFirst(Topic(facts.Open.Period.Title)));
        // Who writes for an agency that has ended says so.
        var whose = open.Report.HolderAgencyId == open.Report.AgencyId ? "" : $" của {open.Report.AgencyName}";
        yield return new TextParagraph($"{issuer} báo cáo {topic}{whose} (số liệu từ ngày {Formats.Date(open.Period.From)} đến ngày {Formats.Date(open.Period.To)}) như sau:");
        foreach (var block in Sections(facts))
        {
            yield return block;
        }

        if (facts.Below + facts.Missing.Count > 0)
        {
            var all = facts.Below + facts.Missing.Count;
            yield return new TextParagraph($"Báo cáo được tổng hợp từ báo cáo của {facts.Below}/{all} cơ quan{(facts.Missing.Count == 0 ? "" : $"; còn {facts.Missing.Count:00} cơ quan chưa được tổng hợp báo cáo, nêu tên tại Phụ lục kèm theo")}.");
        }

        var details = annexes switch { 0 => "", 1 => "; số liệu chi tiết tại Phụ lục kèm theo", _ => "; số liệu chi tiết tại các Phụ lục kèm theo" };
        yield return new TextParagraph($"Trên đây là báo cáo {topic}{whose}{details}./.");
    }

    private static IEnumerable<TextBlock> Sections(ReportFacts facts)
    {
        foreach (var part in facts.Open.Sections)
        {
            yield return new SectionTitle(Level(facts, part), part.Title.Trim()) { Label = $"{facts.Numbers[part.OutlineSectionId]}." };
            foreach (var block in ReportMarkup.Blocks(facts.Open.TextOf(part).Current))
            {
                yield return block;
            }

            foreach (var block in Figures(facts, [.. facts.Open.FiguresOf(part)]))
            {
                yield return block;
            }
        }
    }

    /// <summary>Below the title of a larger report's section the levels begin one lower.</summary>
    private static SectionLevel Level(ReportFacts facts, OutlineSection part) =>
        (SectionLevel)Math.Min((int)SectionLevel.Letter, (int)SectionLevel.Roman - 1 + Math.Clamp(part.Level, 1, OutlineSection.LevelMost) + (facts.Open.Outline.PartOf is null ? 0 : 1));

    private static IEnumerable<TextBlock> Figures(ReportFacts facts, IReadOnlyList<OutlineFigure> figures)
    {
        if (figures.Count > SentencesMost)
        {
            yield return new TextTable
            {
                Columns = [new("TT", 6, ColumnAlignment.Centre), new("Số liệu", 44), new("Đơn vị tính", 16, ColumnAlignment.Centre), new("Kỳ này", 17, ColumnAlignment.Number), new("Kỳ trước", 17, ColumnAlignment.Number)],
                Rows = figures.Select((figure, index) => new CellRow((index + 1).ToString(CultureInfo.InvariantCulture), figure.Name, figure.Unit ?? "", new RichText(facts.Value(figure)), ReportFacts.Last(facts.Earlier.Last, figure))),
            };
            yield break;
        }

        for (var i = 0; i < figures.Count; i++)
        {
            var before = facts.Earlier.Last.ContainsKey(figures[i].FigureId) ? $" (kỳ trước: {ReportFacts.Last(facts.Earlier.Last, figures[i])})" : "";
            var value = facts.Open.Sheet[figures[i].FigureId].Value is null ? new TextRun("chưa có số liệu") : facts.Value(figures[i]);
            var unit = figures[i].Unit is { } named && value.Text != "chưa có số liệu" ? " " + named : "";
            yield return new DashItem(new RichText(new TextRun($"{figures[i].Name}: "), value, new TextRun($"{unit}{before}{(i == figures.Count - 1 ? "." : ";")}")));
        }
    }

    /// <summary>The body it goes to, and through whom where the owner asked for that; null for the owner's own.</summary>
    private async Task<string?> ReceiverAsync(OpenReport open, CancellationToken cancellationToken)
    {
        if (open.Report.ParentReportId is not { } parentId)
        {
            return null;
        }

        var parent = await db.Set<Report>().AsNoTracking().SingleAsync(report => report.ReportId == parentId, cancellationToken);
        var through = parent.ParentReportId is null && open.Period.ThroughAgencyId is { } throughId && throughId != open.Report.HolderAgencyId
            ? await db.Set<Agency>().Where(agency => agency.AgencyId == throughId).Select(agency => agency.Name).FirstOrDefaultAsync(cancellationToken) : null;
        return through is null ? parent.AgencyName : $"{parent.AgencyName} (qua {through})";
    }

    /// <summary>"Đề cương báo cáo kết quả …" and "Báo cáo kết quả …" → "Kết quả …": the kind is printed above it.</summary>
    internal static string Topic(string title)
    {
        var topic = title.Trim().TrimEnd('.', ';', ',', ' ');
        foreach (var opening in (string[])["Đề cương ", "Báo cáo "])
        {
            if (topic.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                topic = topic[opening.Length..].TrimStart();
            }
        }

        return topic.Length == 0 ? title.Trim() : char.ToUpper(topic[0], Formats.Vietnamese) + topic[1..];
    }

    /// <summary>"15/BC-UBND" → 15 and BC-UBND; anything else leaves the number open.</summary>
    internal static (int? Number, string? Symbol) Numbered(string? reference) =>
        reference?.Split('/', 2, StringSplitOptions.TrimEntries) is [var first, { Length: > 0 } symbol] && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? (number, symbol) : (null, null);

    private static string LowerFirst(string text) => text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1]) ? char.ToLower(text[0], Formats.Vietnamese) + text[1..] : text;
}
