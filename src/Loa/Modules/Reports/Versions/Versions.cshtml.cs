using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports.Versions;

/// <summary>One sending and what was said to it.</summary>
internal sealed record Sending(int Number, DateTime SentAt, string? By, ReportVerdict Verdict, DateTime? JudgedAt, string? JudgedBy, string? Remark);

/// <summary>A figure that is another in the later sending.</summary>
internal sealed record FigureChange(string Name, string? Unit, string Before, string After);

/// <summary>A section whose text is another.</summary>
internal sealed record TextChange(string Title, IReadOnlyList<Piece> Pieces);

/// <summary>Every sending of a report, and what changed between two of them.</summary>
internal sealed class VersionsModel(LoaDbContext db, ReportScope scope, ReportDesk desk, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The earlier of the two sendings that are compared; without it the one before the last.</summary>
    [BindProperty(SupportsGet = true, Name = "tu")]
    public int? Earlier { get; set; }

    [BindProperty(SupportsGet = true, Name = "den")]
    public int? Later { get; set; }

    public OpenReport Open { get; private set; } = null!;

    public IReadOnlyList<Sending> Sendings { get; private set; } = [];

    public IReadOnlyList<FigureChange> Figures { get; private set; } = [];

    public IReadOnlyList<TextChange> Texts { get; private set; } = [];

    public IEnumerable<SelectListItem> Choices => Sendings.Select(sending => new SelectListItem(words["Lần {0}, {1}", sending.Number, Formats.Time(sending.SentAt)], $"{sending.Number}"));

    public async Task<IActionResult> OnGetAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await scope.FindAsync(Id, cancellation) is not { } report)
        {
            return NotFound();
        }

        Open = await desk.OpenAsync(report, cancellation);
        var people = db.Set<User>();
        Sendings = await db.Set<ReportVersion>().AsNoTracking().Where(version => version.ReportId == Id).OrderByDescending(version => version.Number).Select(version => new Sending(
            version.Number, version.SentAt, people.Where(person => person.Id == version.SentById).Select(person => person.DisplayName).FirstOrDefault(),
            version.Verdict, version.JudgedAt, people.Where(person => person.Id == version.JudgedById).Select(person => person.DisplayName).FirstOrDefault(), version.Remark)).ToListAsync(cancellation);
        if (Sendings.Count > 1)
        {
            await CompareAsync(cancellation);
        }

        return Page();
    }

    private async Task CompareAsync(CancellationToken cancellation)
    {
        var last = Sendings[0].Number;
        Later = Later is { } later && later >= 1 && later <= last ? later : last;
        Earlier = Earlier is { } earlier && earlier >= 1 && earlier <= last ? earlier : Math.Max(1, Later.Value - 1);
        // Whatever order they were chosen in, what changed is told in the order of time.
        (Earlier, Later) = (Math.Min(Earlier.Value, Later.Value), Math.Max(Earlier.Value, Later.Value));
        var (before, after) = (await ContentAsync(Earlier.Value, cancellation), await ContentAsync(Later.Value, cancellation));
        var (was, now) = (before.Figures.ToDictionary(figure => figure.FigureId), after.Figures.ToDictionary(figure => figure.FigureId));
        Figures = [.. Open.Sheet.Definitions
            .Select(figure => (Definition: figure, Before: Text(was.GetValueOrDefault(figure.FigureId)), After: Text(now.GetValueOrDefault(figure.FigureId))))
            .Where(figure => figure.Before != figure.After).Select(figure => new FigureChange(figure.Definition.Name, figure.Definition.Unit, figure.Before, figure.After))];
        var numbers = SectionNumbers.Of(Open.Sections, Open.Outline.PartNumber);
        var (said, says) = (before.Texts.ToDictionary(text => text.OutlineSectionId, text => Lines(text.Text)), after.Texts.ToDictionary(text => text.OutlineSectionId, text => Lines(text.Text)));
        Texts = [.. Open.Sections
            .Select(part => (Part: part, Before: said.GetValueOrDefault(part.OutlineSectionId, ""), After: says.GetValueOrDefault(part.OutlineSectionId, "")))
            .Where(part => part.Before != part.After).Select(part => new TextChange($"{numbers[part.Part.OutlineSectionId]}. {part.Part.Title}", TextDifference.Between(part.Before, part.After)))];
    }

    private async Task<ReportContent> ContentAsync(int number, CancellationToken cancellation) =>
        ReportContent.Read(await db.Set<ReportVersion>().Where(version => version.ReportId == Id && version.Number == number).Select(version => version.Content).SingleAsync(cancellation));

    private static string Text(SentFigure? figure) => FigureNumber.Text(figure?.Value, figure?.Of);

    private static string Lines(string text) => text.ReplaceLineEndings("\n");
}
