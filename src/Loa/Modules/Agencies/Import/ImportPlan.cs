using System.Security.Cryptography;
using System.Text;
using Loa.Platform.Sheets;

namespace Loa.Modules.Agencies.Import;

/// <summary>One value that would be another.</summary>
internal sealed record ValueChange(AgencyColumn Column, string Before, string After);

internal sealed record PlannedChange(int Row, Agency Agency, IReadOnlyList<ValueChange> Values);

/// <summary>What a list would do to the tree. Nothing of it is saved before <see cref="AgencyImport.ApplyAsync"/>.</summary>
internal sealed class ImportPlan
{
    public List<RowProblem> Problems { get; } = [];

    /// <summary>Not tracked, with states, names and counts; parents before those below them once the plan is complete.</summary>
    public List<Agency> Added { get; } = [];

    public List<PlannedChange> Changed { get; } = [];

    public int Unchanged { get; set; }

    public bool IsReady => Problems.Count == 0 && (Added.Count > 0 || Changed.Count > 0);

    /// <summary>Tells whether the tree was changed by someone between looking and confirming.</summary>
    public string Digest()
    {
        var text = new StringBuilder();
        Added.ForEach(agency => text.Append('+').Append(agency.Code).Append('\n'));
        foreach (var change in Changed)
        {
            text.Append('~').Append(change.Agency.Code).AppendJoin('|', change.Values).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }
}
