using System.Diagnostics;
using System.Text;
using Loa.Documents;
using Loa.Documents.Blocks;
using Loa.Platform.Processes;

namespace Loa.Modules.Plans.Import.Reading;

/// <summary>
/// Reads a file from outside in a child process, so that whatever the file does to the reader it does not do to the server:
/// the child's memory and time are limited, and it is killed with everything it started.
/// </summary>
internal sealed class DocumentProcess(ReadingLimits limits, ILogger<DocumentProcess> log)
{
    /// <exception cref="DocumentException">The file cannot be read; its sentence is for the officer.</exception>
    public async Task<StoredReading> ReadAsync(string path, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(limits.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        var folder = ReadingFolder.Create(limits);
        try
        {
            return await ReadAsync(path, folder.FullName, progress, timeout, both.Token);
        }
        catch (OperationCanceledException e)
        {
            throw new DocumentException(cancellation.IsCancellationRequested ? DocumentFailure.Stopped : DocumentFailure.TooSlow, null, e);
        }
        finally
        {
            ReadingFolder.Remove(folder);
        }
    }

    private async Task<StoredReading> ReadAsync(string path, string folder, IProgress<ReadProgress>? progress, CancellationTokenSource timeout, CancellationToken stop)
    {
        using var process = Process.Start(ChildProgram.Start(["plan", "read-for-import", path], folder, limits.Child)) ?? throw new InvalidOperationException("The reading process did not start.");
        try
        {
            var output = ReadOutputAsync(process.StandardOutput, stop);
            var errors = FollowAsync(process.StandardError, progress, timeout, stop);
            await Task.WhenAll(output, errors);
            await process.WaitForExitAsync(stop);
            return Result(process.ExitCode, await output, await errors);
        }
        finally
        {
            Kill(process);
        }
    }

    private StoredReading Result(int exitCode, string output, string errors)
    {
        if (ReadingReply.TryParse(output) is { } reply)
            return reply.Reading ?? throw new DocumentException(reply.Failure ?? DocumentFailure.Damaged, reply.Detail);

        // No reply: the child died. 137 is the kernel's kill, 134 an abort; out of memory is by far the likeliest.
        log.LogWarning("The reading process ended with {ExitCode} and no reply: {Errors}", exitCode, errors.Length > 2000 ? errors[..2000] : errors);
        var memory = errors.Contains("OutOfMemory", StringComparison.OrdinalIgnoreCase) || errors.Contains("Out of memory", StringComparison.OrdinalIgnoreCase) || exitCode is 137 or 134 or 139;
        throw new DocumentException(memory ? DocumentFailure.TooLarge : DocumentFailure.Damaged);
    }

    private async Task<string> ReadOutputAsync(StreamReader reader, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        var buffer = new char[16 << 10];
        while (await reader.ReadAsync(buffer, cancellation) is var read and > 0)
        {
            if (text.Length + read > limits.OutputCharacters)
                throw new DocumentException(DocumentFailure.TooLarge);
            text.Append(buffer, 0, read);
        }

        return text.ToString();
    }

    /// <summary>Progress comes as lines on standard error; the first page recognised starts the longer clock of scans.</summary>
    private async Task<string> FollowAsync(StreamReader reader, IProgress<ReadProgress>? progress, CancellationTokenSource timeout, CancellationToken cancellation)
    {
        var other = new StringBuilder();
        var extended = false;
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            if (ReadingReply.TryParseProgress(line) is { } step)
            {
                if (!extended && step.Stage == ReadStage.Recognising)
                    timeout.CancelAfter(limits.ScanTime);
                extended |= step.Stage == ReadStage.Recognising;
                progress?.Report(step);
            }
            else if (other.Length < 10_000)
            {
                other.AppendLine(line);
            }
        }

        return other.ToString();
    }

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It ended in between.
        }
    }
}
