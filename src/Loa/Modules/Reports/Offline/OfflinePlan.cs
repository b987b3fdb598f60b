using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Loa.Platform.Sheets;

namespace Loa.Modules.Reports.Offline;

/// <summary>One row of the file that says something new.</summary>
/// <param name="Row">As the spreadsheet counts.</param>
/// <param name="Name">Of the figure or the section.</param>
/// <param name="Now">What the report says; a dash for nothing.</param>
/// <param name="File">What the file says.</param>
/// <param name="IsConflict">The report says something else than when the file was made.</param>
internal sealed record OfflineChange(int Row, string Name, string Now, string File, bool IsConflict)
{
    public required Action<OpenReport> Apply { get; init; }
}

/// <summary>What a file would do to a report.</summary>
internal sealed class OfflinePlan
{
    public List<OfflineChange> Changes { get; } = [];

    public List<RowProblem> Problems { get; } = [];

    public IEnumerable<OfflineChange> Conflicts => Changes.Where(change => change.IsConflict);

    /// <summary>Whether there is something to write, and nothing wrong.</summary>
    public bool IsReady => Problems.Count == 0 && Changes.Count > 0;

    /// <summary>What the person saw: another plan of the same file has another one.</summary>
    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Changes.Select(change => string.Create(CultureInfo.InvariantCulture, $"{change.Row}\t{change.IsConflict}\t{change.Now}\t{change.File}"))))))[..32];
}
