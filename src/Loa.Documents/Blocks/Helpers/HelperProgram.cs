using System.ComponentModel;
using System.Diagnostics;

namespace Loa.Documents.Blocks.Helpers;

/// <summary>A program of the operating system that reads a format for us, run with limits on time and memory.</summary>
internal sealed record HelperProgram(string Name, string Package, long MemoryBytes, bool LimitAddressSpace = true)
{
    public static HelperProgram PdfToText { get; } = new("pdftotext", "poppler-utils", 1L << 30);
    public static HelperProgram PdfToImages { get; } = new("pdftoppm", "poppler-utils", 1L << 30);
    public static HelperProgram Tesseract { get; } = new("tesseract", "tesseract-ocr, tesseract-ocr-vie", 2L << 30);

    // LibreOffice reserves far more address space than it uses.
    public static HelperProgram Office { get; } = new("soffice", "libreoffice-writer-nogui", 0, LimitAddressSpace: false);

    /// <summary>Runs the program and gives its output to <paramref name="read"/> while it runs. Returns the exit code and what it wrote as errors.</summary>
    public (int Code, string Errors) Run(IReadOnlyList<string> arguments, Action<Stream> read, ReadBudget budget, string? folder = null)
    {
        using var process = Start(arguments, folder);
        using var stop = budget.Token.UnsafeRegister(p => Kill((Process)p!), process);
        try
        {
            process.StandardInput.Close();
            var errors = ReadErrors(process);
            read(new HelperOutput(process.StandardOutput.BaseStream, budget));
            // A reader that has seen enough leaves output behind; the program must not wait for someone to take it.
            process.StandardOutput.BaseStream.CopyTo(Stream.Null);
            process.WaitForExit();
            var text = errors.GetAwaiter().GetResult();
            budget.Check();
            return (process.ExitCode, text);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException && budget.Token.IsCancellationRequested)
        {
            throw budget.Stopped(e);
        }
        finally
        {
            Kill(process);
        }
    }

    private Process Start(IReadOnlyList<string> arguments, string? folder)
    {
        var path = Find(Name) ?? throw new DocumentException(DocumentFailure.HelperMissing, Package);
        var info = new ProcessStartInfo
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = folder ?? Path.GetTempPath(),
        };
        if (LimitAddressSpace && OperatingSystem.IsLinux())
        {
            // The shell sets the limit and becomes the program; arguments are passed as arguments, never as shell text.
            info.FileName = "/bin/sh";
            info.ArgumentList.Add("-c");
            info.ArgumentList.Add($"ulimit -v {MemoryBytes >> 10} 2>/dev/null; exec \"$0\" \"$@\"");
            info.ArgumentList.Add(path);
        }
        else
        {
            info.FileName = path;
        }
        foreach (var argument in arguments)
            info.ArgumentList.Add(argument);
        info.Environment["OMP_THREAD_LIMIT"] = "1";
        info.Environment["LC_ALL"] = "C.UTF-8";
        try
        {
            return Process.Start(info) ?? throw new DocumentException(DocumentFailure.HelperMissing, Package);
        }
        catch (Win32Exception e)
        {
            throw new DocumentException(DocumentFailure.HelperMissing, Package, e);
        }
    }

    public static string? Find(string name)
    {
        var names = OperatingSystem.IsWindows() ? new[] { name + ".exe", name } : [name];
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(n => Path.Combine(folder, n)))
            .FirstOrDefault(File.Exists);
    }

    private static async Task<string> ReadErrors(Process process)
    {
        var buffer = new char[4096];
        var length = 0;
        int read;
        while ((read = await process.StandardError.ReadAsync(buffer.AsMemory(length)).ConfigureAwait(false)) > 0)
            length = Math.Min(length + read, buffer.Length - 256);
        return new string(buffer, 0, length);
    }

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It ended by itself meanwhile.
        }
    }
}
