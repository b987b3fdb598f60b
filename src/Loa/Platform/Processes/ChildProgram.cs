using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Loa.Platform.Processes;

/// <summary>How this very program is started again as a child with limits.</summary>
internal static class ChildProgram
{
    private const string Prlimit = "/usr/bin/prlimit";

    /// <param name="folder">Where the child works and leaves its temporary files; the caller removes it.</param>
    public static ProcessStartInfo Start(IEnumerable<string> arguments, string folder, ChildLimits limits)
    {
        var command = Command().Concat(arguments).ToList();
        if (File.Exists(Prlimit))
            command.InsertRange(0, PrlimitArguments(limits));

        var start = new ProcessStartInfo(command[0])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
            WorkingDirectory = folder,
        };
        foreach (var argument in command.Skip(1))
            start.ArgumentList.Add(argument);
        Restrict(start.Environment, folder, limits);
        return start;
    }

    /// <summary>Published, this is the executable itself; under <c>dotnet run</c> or a test runner it is the assembly and its host.</summary>
    private static string[] Command()
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, typeof(ChildProgram).Assembly.GetName().Name + ".dll");
        var process = Environment.ProcessPath;
        if (process is not null && Path.GetFileNameWithoutExtension(process) == "loa")
            return [process];
        if (!File.Exists(assembly))
            throw new InvalidOperationException($"'{assembly}' is missing, so files cannot be read in a child process.");
        return [HostOf(process), "exec", assembly];
    }

    private static string HostOf(string? process)
    {
        if (process is not null && Path.GetFileNameWithoutExtension(process) == "dotnet")
            return process;
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(beside) ? beside : name;
    }

    /// <summary>Address space is not limited: the runtime reserves far more than it uses.</summary>
    private static string[] PrlimitArguments(ChildLimits limits) =>
    [
        Prlimit,
        Number("--data=", limits.DataBytes),
        Number("--fsize=", limits.FileBytes),
        // A helper that outlives a killed child has nobody left to stop it but the kernel.
        Number("--cpu=", (long)limits.Cpu.TotalSeconds),
        "--core=0",
        // The runtime keeps every assembly open that it loads; with 256 there was none left for the last of them.
        "--nofile=1024",
        "--",
    ];

    private static string Number(string option, long value) => option + value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The child needs no secret of the server: only what a program needs to run is handed on.</summary>
    private static void Restrict(IDictionary<string, string?> environment, string folder, ChildLimits limits)
    {
        string[] kept = ["PATH", "HOME", "LANG", "LC_ALL", "DOTNET_ROOT", "SystemRoot", "TESSDATA_PREFIX", "OMP_THREAD_LIMIT"];
        foreach (var name in environment.Keys.Except(kept, StringComparer.OrdinalIgnoreCase).ToList())
            environment.Remove(name);
        foreach (var name in (string[])["TMPDIR", "TEMP", "TMP"])
            environment[name] = folder;
        environment["DOTNET_GCHeapHardLimit"] = limits.HeapBytes.ToString("X", CultureInfo.InvariantCulture);
        environment["DOTNET_gcServer"] = "0";
        environment["DOTNET_gcConcurrent"] = "0";
        environment["DOTNET_TieredPGO"] = "0";
        environment["DOTNET_NOLOGO"] = "1";
        environment["DOTNET_EnableDiagnostics"] = "0";
    }
}

/// <summary>What one child process that reads a stranger's file may take.</summary>
/// <param name="HeapBytes">The managed heap; the runtime refuses more.</param>
/// <param name="DataBytes">All private memory of the child and of each helper program it starts; the kernel refuses more.</param>
/// <param name="FileBytes">Any one file it writes.</param>
/// <param name="Cpu">Time on the processor.</param>
internal sealed record ChildLimits(long HeapBytes, long DataBytes, long FileBytes, TimeSpan Cpu);
