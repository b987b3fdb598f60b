using System.Globalization;
using System.Text;

namespace Loa.Documents.Plans;

/// <summary>What a plan says, in a few Vietnamese lines for a person at a terminal.</summary>
public static class PlanSummary
{
    public static string Write(PlanReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var content = reading.Content;
        var heading = content.Document;
        var text = new StringBuilder();
        text.AppendLine(string.Join(" ", new[] { heading.Kind, heading.Reference }.Where(s => s is not null)));
        Field(text, "Trích yếu", heading.Subject);
        Field(text, "Cơ quan ban hành", heading.ParentIssuer is null ? heading.Issuer : $"{heading.Issuer} ({heading.ParentIssuer})");
        Field(text, "Ngày ban hành", Date(heading.Date));
        Field(text, "Năm thực hiện", heading.Year is null ? null : heading.Year == heading.YearTo ? Number(heading.Year.Value) : $"{Number(heading.Year.Value)}–{Number(heading.YearTo ?? heading.Year.Value)}");
        Field(text, "Người ký", heading.Signer is { } signer ? string.Join(", ", new[] { signer.Title, signer.Name }.Where(s => s is not null)) : null);
        text.AppendLine();
        Count(text, content.LegalBases.Count, "căn cứ");
        Count(text, content.Responsibilities.Count, "cơ quan được giao trách nhiệm trong phần lời");
        Count(text, content.Targets.Count, "chỉ tiêu");
        Count(text, content.Cadences.Count, "định mức");
        Count(text, content.Reporting.Count, "chế độ báo cáo");
        Count(text, content.Tasks.Count, "nhiệm vụ");
        WriteTasks(text, content.Tasks);
        if (content.Unread.Count > 0)
        {
            text.AppendLine();
            Count(text, content.Unread.Count, "chỗ chưa đọc được, cần xem lại:");
            foreach (var item in content.Unread)
                text.AppendLine(CultureInfo.InvariantCulture, $"  ? {Shortened(item.Text, 90)} ({item.Why})");
        }

        return text.ToString().TrimEnd();
    }

    private static void WriteTasks(StringBuilder text, IReadOnlyList<PlannedTask> tasks)
    {
        string? group = null;
        foreach (var task in tasks)
        {
            if (task.Group is not null && task.Group != group)
                text.AppendLine().Append("  ").AppendLine(Shortened(task.Group, 100));
            group = task.Group;
            text.AppendLine(CultureInfo.InvariantCulture, $"  {task.Number ?? "-",3} {Shortened(task.Content, 100)}");
            if (task.Lead.Count > 0 || task.Timeframe is not null)
                text.AppendLine(CultureInfo.InvariantCulture, $"      {string.Join("; ", task.Lead)}{(task.Timeframe is { } when ? " · " + when.Text + (when.To is { } to ? " (đến " + Date(to) + ")" : "") : "")}");
        }
    }

    private static void Field(StringBuilder text, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            text.AppendLine(CultureInfo.InvariantCulture, $"{name}: {value}");
    }

    private static void Count(StringBuilder text, int count, string what)
    {
        if (count > 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"{count} {what}");
    }

    private static string? Date(DateOnly? date) => date?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Shortened(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length - 1).TrimEnd(), "…");
}
