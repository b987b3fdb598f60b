using System.CommandLine;
using System.Text;
using Loa.Documents;
using Loa.Documents.Blocks;
using Loa.Documents.Plans;

namespace Loa.Modules.Plans.Import.Reading;

/// <summary>
/// <c>loa plan read-for-import FILE</c>: the child that the web application starts. Hidden, because its output is between the two
/// of them: <c>loa plan read</c> is the command for people and programs.
/// </summary>
internal static class ReadForImportCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE");
        var command = new Command("read-for-import", "Internal") { file };
        command.Hidden = true;
        command.SetAction(result => Run(result.GetRequiredValue(file)));
        return command;
    }

    private static int Run(string file)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        EndWithParent();
        ReadingReply reply;
        try
        {
            var source = SourceReader.Read(file, new ReadOptions { Progress = new LineProgress() });
            reply = new ReadingReply(StoredReading.Of(PlanReader.Read(source)), null, null);
        }
        catch (DocumentException e)
        {
            reply = new ReadingReply(null, e.Failure, e.Detail);
        }
        catch (OutOfMemoryException)
        {
            reply = new ReadingReply(null, DocumentFailure.TooLarge, null);
        }

        Console.Out.Write(reply.Write());
        Console.Out.Flush();
        return 0;
    }

    /// <summary>The parent holds our standard input; when it dies, even by a kill, the pipe closes and we go too.</summary>
    private static void EndWithParent()
    {
        var watch = new Thread(() =>
        {
            while (Console.In.Read() >= 0)
            {
                // Nothing is ever sent.
            }

            Environment.Exit(1);
        })
        { IsBackground = true };
        watch.Start();
    }

    private sealed class LineProgress : IProgress<ReadProgress>
    {
        public void Report(ReadProgress value)
        {
            Console.Error.WriteLine(ReadingReply.Progress(value));
            Console.Error.Flush();
        }
    }
}
