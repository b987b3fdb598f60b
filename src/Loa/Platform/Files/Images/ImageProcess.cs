using System.Diagnostics;
using Loa.Platform.Processes;

namespace Loa.Platform.Files;

/// <summary>Draws a stranger's picture small in a child process with limits: what the picture does to the decoder it does not do to the server.</summary>
internal sealed partial class ImageProcess(ILogger<ImageProcess> logger)
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(30);
    private static readonly ChildLimits Limits = new(HeapBytes: 128L << 20, DataBytes: 1L << 30, FileBytes: 16L << 20, Cpu: TimeSpan.FromSeconds(30));

    /// <returns>False where it could not be drawn.</returns>
    public async Task<bool> DrawSmallAsync(string picture, string folder, string output, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(Time);
        using var process = Process.Start(ChildProgram.Start(["image", "small", picture, output], folder, Limits)) ?? throw new InvalidOperationException("The drawing process did not start.");
        try
        {
            process.StandardInput.Close();
            var said = process.StandardError.ReadToEndAsync(stop.Token);
            await process.StandardOutput.ReadToEndAsync(stop.Token);
            await process.WaitForExitAsync(stop.Token);
            if (process.ExitCode != 0)
                LogNotDrawn(process.ExitCode, await said is { Length: > 300 } much ? much[..300] : await said);
            return process.ExitCode == 0;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    [LoggerMessage(260, LogLevel.Warning, "A picture could not be drawn small: {ExitCode} {Problem}")]
    private partial void LogNotDrawn(int exitCode, string problem);
}
