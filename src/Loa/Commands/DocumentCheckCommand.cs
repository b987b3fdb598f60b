using System.CommandLine;
using System.Text;
using Loa.Documents;
using Loa.Documents.Blocks;
using Loa.Documents.Checking;

namespace Loa.Commands;

/// <summary><c>loa document check FILE [--json]</c>: exit codes 0 no deviation, 1 deviations, 3 cannot be opened.</summary>
internal static class DocumentCheckCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Tệp .docx / the document" };
        var json = new Option<bool>("--json") { Description = "In JSON theo loa.format/1 / print JSON" };
        var english = new Option<bool>("--english") { Description = "Ghi bằng tiếng Anh / report in English" };
        var command = new Command("check", "Kiểm tra thể thức theo Nghị định số 30/2020/NĐ-CP / check the format of a document") { file, json, english };
        command.SetAction((result, cancellation) => Task.FromResult(
            Run(result.GetRequiredValue(file), result.GetValue(json), result.GetValue(english), cancellation)));
        return command;
    }

    private static int Run(string file, bool json, bool english, CancellationToken cancellation)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        try
        {
            var report = FormatChecker.Check(file, new ReadOptions(), cancellation);
            Console.Out.WriteLine(json ? FormatReportWriter.Json(report) : FormatReportWriter.Text(report, english));
            return report.Conforms ? 0 : 1;
        }
        catch (DocumentException failure)
        {
            Console.Error.WriteLine(failure.Message);
            Console.Error.WriteLine(failure.English);
            return 3;
        }
    }
}
