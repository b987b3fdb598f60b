using System.CommandLine;
using System.Text;
using Loa.Documents;
using Loa.Documents.Blocks;
using Loa.Documents.Plans;

namespace Loa.Commands;

/// <summary><c>loa plan read FILE [--json] [--spans]</c>: exit codes 0 read, 2 not a plan, 3 cannot be opened.</summary>
internal static class PlanReadCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Tệp .docx, .pdf, .txt hoặc .doc / the document" };
        var json = new Option<bool>("--json") { Description = "In JSON theo loa.plan/1 / print JSON" };
        var spans = new Option<bool>("--spans") { Description = "Thêm vị trí và độ tin cậy của từng mục vào JSON / add spans and confidence to the JSON" };
        var command = new Command("read", "Đọc một văn bản kế hoạch / read a plan document") { file, json, spans };
        command.SetAction((result, cancellation) => Task.FromResult(
            Run(result.GetRequiredValue(file), result.GetValue(json) || result.GetValue(spans), result.GetValue(spans), cancellation)));
        return command;
    }

    private static int Run(string file, bool json, bool spans, CancellationToken cancellation)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        try
        {
            var source = SourceReader.Read(file, new ReadOptions(), cancellation);
            var reading = PlanReader.Read(source);
            Console.Out.WriteLine(json ? PlanJson.Serialize(reading, spans, indented: true) : PlanSummary.Write(reading));
            return 0;
        }
        catch (DocumentException failure)
        {
            Console.Error.WriteLine(failure.Message);
            Console.Error.WriteLine(failure.English);
            return failure.ExitCode;
        }
    }
}
