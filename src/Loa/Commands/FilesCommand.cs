using System.CommandLine;
using Loa.Platform.Files;

namespace Loa.Commands;

/// <summary><c>loa files check</c>: are all received files there, and is there nothing else.</summary>
internal static class FilesCommand
{
    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "Data folder (otherwise LOA_DATA, otherwise ./data)" };
        var deep = new Option<bool>("--deep") { Description = "Also reads every content and compares its hash" };
        var check = new Command("check", "Holds the rows and the contents of received files against each other; exit code 1 when something is missing, differs or belongs to nothing.") { data, deep };
        check.SetAction((result, cancellationToken) => CommandHost.RunAsync(
            LoaSettings.FromEnvironment(result.GetValue(data)), services => CheckAsync(services, result.GetValue(deep), cancellationToken), cancellationToken));
        return new Command("files", "Received files.") { check };
    }

    internal static async Task<int> CheckAsync(IServiceProvider services, bool deep, CancellationToken cancellationToken)
    {
        var check = services.GetRequiredService<FileReconciliation>();
        var faults = 0;
        await foreach (var fault in check.CheckAsync(deep, cancellationToken))
        {
            faults++;
            await Console.Error.WriteLineAsync($"{fault.Name}: {Words(fault.Kind)}");
        }

        Console.WriteLine($"{check.Seen} contents at {services.GetRequiredService<IFileContents>().Place}: {(faults == 0 ? "all as received." : $"{faults} faults.")}");
        return faults == 0 ? 0 : 1;
    }

    private static string Words(FileFaultKind kind) => kind switch
    {
        FileFaultKind.Missing => "the content is missing.",
        FileFaultKind.Length => "the content is not as long as what was received.",
        FileFaultKind.Hash => "the content is not what was received.",
        _ => "no row knows this content.",
    };
}
