using System.Diagnostics;
using System.Globalization;

namespace Loa.Benchmarks.Reading;

/// <summary>Debian's python3-docx, iterating paragraphs and cells in a warm process.</summary>
internal static class PythonPeer
{
    private const string Python = "/usr/bin/python3";

    /// <summary>File → milliseconds; empty where python3-docx is not installed.</summary>
    public static Dictionary<string, double> Measure(IReadOnlyList<string> files)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "peer.py");
        if (!File.Exists(Python) || !File.Exists(script))
            return [];
        var info = new ProcessStartInfo(Python) { RedirectStandardOutput = true, UseShellExecute = false };
        info.ArgumentList.Add(script);
        foreach (var file in files)
            info.ArgumentList.Add(file);
        using var process = Process.Start(info)!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return process.ExitCode != 0
            ? []
            : lines.Select(l => l.Split('\t')).ToDictionary(f => f[0], f => double.Parse(f[1], CultureInfo.InvariantCulture));
    }
}
