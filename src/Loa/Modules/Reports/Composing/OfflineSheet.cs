using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Loa.Documents.Vietnamese;
using Loa.Platform.Sheets;

namespace Loa.Modules.Reports.Composing;

/// <summary>What a cell of the code column says of its row.</summary>
/// <param name="Stamp">Of what the row said when it was written; a row that says so still was not touched.</param>
internal sealed record OfflineCode(char Kind, Guid Id, string Stamp);

/// <summary>
/// The sheet on which a report is filled away from the network: one row that says which report and outline it is of, one row a figure, one row a section's text. The code of a row
/// carries a stamp of what it said, so a change in the file and a change on the server since are told apart.
/// </summary>
internal static class OfflineSheet
{
    public const char Report = 'B';
    public const char Figure = 'S';
    public const char Text = 'N';

    /// <summary>A cell of a spreadsheet holds no longer text; such a section is written in Loa.</summary>
    public const int TextMost = 32_000;

    private const int StampLength = 12;

    /// <summary>The code's column, and those that are read back.</summary>
    public const string Code = "Mã (giữ nguyên)";
    public const string Value = "Giá trị";
    public const string Of = "Mẫu số";
    public const string Reason = "Lý do sửa";
    public const string Content = "Nội dung mục";

    public static IReadOnlyList<string> Needed { get; } = [Code, Value, Of, Reason, Content];

    public static IReadOnlyList<SheetColumn> Columns { get; } =
        [new(Code, 16), new("Mục", 8), new("Số liệu", 48), new("Đơn vị tính", 14), new("Số đã tính", 18), new(Value, 14), new(Of, 14), new(Reason, 36), new(Content, 100)];

    public static IEnumerable<object?[]> Rows(OpenReport open)
    {
        var numbers = SectionNumbers.Of(open.Sections, open.Outline.PartNumber);
        yield return [Mark(open), null, $"{open.Report.AgencyName} – {open.Period.Title}. Chỉ điền các cột “{Value}”, “{Of}”, “{Reason}” và “{Content}”."];
        foreach (var part in open.Sections)
        {
            foreach (var figure in open.FiguresOf(part))
            {
                var row = open.Sheet[figure.FigureId];
                var (computed, computedOf) = row.Computed(figure.IsDerived ? RollUpRule.None : figure.RollUp);
                yield return [Mark(figure, row), numbers[part.OutlineSectionId], figure.Name, figure.Unit, computed is null ? null : FigureNumber.Text(computed, computedOf), Number(row.Value), HasOf(figure) ? Number(row.Of) : null, row.Reason];
            }
        }

        foreach (var part in open.Sections)
        {
            var text = Clean(open.TextOf(part).Current);
            yield return text.Length > TextMost ? [null, numbers[part.OutlineSectionId], $"{part.Title} (nội dung dài quá một ô; hãy sửa trên Loa)"]
                : [Mark(part, text), numbers[part.OutlineSectionId], part.Title, null, null, null, null, null, text];
        }
    }

    /// <summary>Its own denominator, which is typed; another's is that other figure.</summary>
    public static bool HasOf(OutlineFigure figure) => figure.IsShare && figure.OverId is null;

    public static string Mark(OpenReport open) => $"{Report}-{open.Report.ReportId:N}-{open.Outline.ReportOutlineId:N}";

    public static string Mark(OutlineFigure figure, ReportFigure row) => $"{Figure}-{figure.FigureId:N}-{Stamp(row.Value, HasOf(figure) ? row.Of : null, row.Reason)}";

    public static string Mark(OutlineSection section, string text) => $"{Text}-{section.OutlineSectionId:N}-{Stamp(text)}";

    /// <summary>Null for what is no code of ours.</summary>
    public static OfflineCode? Read(string code) => code.Trim().Split('-') is [[var kind and (Report or Figure or Text)], var id, { Length: > 0 } stamp] && Guid.TryParseExact(id, "N", out var row) ? new OfflineCode(kind, row, stamp) : null;

    /// <summary>Where the columns stand; null for a column that is not there.</summary>
    public static IReadOnlyDictionary<string, int?> Find(IReadOnlyList<string> titles)
    {
        var folded = titles.Select(title => Folding.Fold(title).Trim()).ToList();
        return Needed.ToDictionary(column => column, column => folded.IndexOf(Folding.Fold(column)) is var at and >= 0 ? at : (int?)null);
    }

    public static string Stamp(long? value, long? of, string? reason) => Stamp(string.Join('\n', value?.ToString(CultureInfo.InvariantCulture), of?.ToString(CultureInfo.InvariantCulture), Clean(reason ?? "")));

    public static string Stamp(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..StampLength];

    /// <summary>As it comes back from a spreadsheet: composed, one kind of line end, no blanks around it.</summary>
    public static string Clean(string text) => text.ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC).Trim();

    private static decimal? Number(long? hundredths) => hundredths is { } value ? FigureNumber.Of(value) : null;
}
