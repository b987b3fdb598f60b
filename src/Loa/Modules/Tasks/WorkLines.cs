using System.Globalization;
using System.Text;

namespace Loa.Modules.Tasks;

/// <summary>A list inside a message of limited length.</summary>
internal static class WorkLines
{
    /// <summary>One a line, as many as fit; the rest is a number.</summary>
    public static string Fit(IEnumerable<string> lines, int longest)
    {
        var text = new StringBuilder();
        var left = 0;
        foreach (var line in lines)
        {
            if (left > 0 || text.Length + line.Length + 1 > longest)
            {
                left++;
                continue;
            }

            text.Append(text.Length == 0 ? "" : "\n").Append(line);
        }

        return left == 0 ? text.ToString() : text.Append(CultureInfo.InvariantCulture, $"\n… và {left} việc khác").ToString();
    }
}
