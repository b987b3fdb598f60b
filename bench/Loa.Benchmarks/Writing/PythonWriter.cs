using System.Diagnostics;
using System.Globalization;

namespace Loa.Benchmarks.Writing;

/// <summary>Debian's python3-docx writing the same text and table.</summary>
internal static class PythonWriter
{
    private const string Python = "/usr/bin/python3";

    /// <summary>Seconds without the start of the program, and its peak memory; null where python3-docx is not installed.</summary>
    public static (double Seconds, double PeakMiB)? Measure(string path, int paragraphs, string text, int rows)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "writing_peer.py");
        if (!File.Exists(Python) || !File.Exists(script))
            return null;
        var info = new ProcessStartInfo(Python) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (ReadOnlySpan<string>)[script, path, paragraphs.ToString(CultureInfo.InvariantCulture), text, rows.ToString(CultureInfo.InvariantCulture)])
            info.ArgumentList.Add(argument);
        using var process = Process.Start(info)!;
        var fields = process.StandardOutput.ReadToEnd().Split('\t');
        process.WaitForExit();
        return process.ExitCode != 0 ? null : (double.Parse(fields[0], CultureInfo.InvariantCulture), double.Parse(fields[1], CultureInfo.InvariantCulture));
    }
}
