using System.Globalization;
using System.Text.Json;
using Loa.Documents;
using Loa.Documents.Blocks;

namespace Loa.Modules.Plans.Import.Reading;

/// <summary>What the child prints at its end: a reading, or why there is none.</summary>
internal sealed record ReadingReply(StoredReading? Reading, DocumentFailure? Failure, string? Detail)
{
    private const string Prefix = "@progress ";

    public string Write() => Reading is not null ? "R" + Reading.ToJson() : $"F{(int)Failure!} {Detail}";

    public static ReadingReply? TryParse(string output)
    {
        try
        {
            return output switch
            {
                ['R', .. var json] => new ReadingReply(StoredReading.Parse(json), null, null),
                ['F', .. var failure] => ParseFailure(failure.TrimEnd('\n', '\r').Split(' ', 2)),
                _ => null,
            };
        }
        catch (JsonException)
        {
            // The child was killed while it printed.
            return null;
        }
    }

    public static string Progress(ReadProgress step) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{(int)step.Stage} {step.Done} {step.Total}");

    public static ReadProgress? TryParseProgress(string line)
    {
        var parts = line.StartsWith(Prefix, StringComparison.Ordinal) ? line[Prefix.Length..].Split(' ') : [];
        return parts.Length == 3 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var stage) && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var done) && int.TryParse(parts[2], CultureInfo.InvariantCulture, out var total)
            ? new ReadProgress((ReadStage)stage, done, total)
            : null;
    }

    private static ReadingReply? ParseFailure(string[] parts) =>
        int.TryParse(parts[0], CultureInfo.InvariantCulture, out var number) && Enum.IsDefined((DocumentFailure)number)
            ? new ReadingReply(null, (DocumentFailure)number, parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null)
            : null;
}
