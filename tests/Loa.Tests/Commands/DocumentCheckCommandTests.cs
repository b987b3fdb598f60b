using System.Diagnostics;
using Loa.Documents.Writing;

namespace Loa.Tests.Commands;

/// <summary><c>loa document check</c> in a process of its own.</summary>
public sealed class DocumentCheckCommandTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("loa-check-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task Check_WrittenDocument_FindsNothing()
    {
        var path = Path.Combine(root, "cong-van.docx");
        using (var file = File.Create(path))
            DocumentWriter.Write(Letter("Chủ tịch"), file);

        var (code, output) = await RunAsync("document", "check", path);

        code.ShouldBe(0, output);
        output.ShouldContain("Không thấy sai lệch");
    }

    [Fact]
    public async Task Check_LetterWithoutAddressee_ListsItAsJson()
    {
        var path = Path.Combine(root, "thieu.docx");
        using (var file = File.Create(path))
            DocumentWriter.Write(Letter("Chủ tịch") with { Addressees = [] }, file);

        var (code, output) = await RunAsync("document", "check", path, "--json");

        code.ShouldBe(1, output);
        output.ShouldContain("\"element\": \"addressees\"");
    }

    [Fact]
    public async Task Check_FileThatIsNotThere_SaysSo() => (await RunAsync("document", "check", Path.Combine(root, "khong-co.docx"))).Code.ShouldBe(3);

    private static AdministrativeDocument Letter(string title) => new()
    {
        Heading = new DocumentHeading { Issuer = "Ủy ban nhân dân\nxã An Bình", Number = 7, Symbol = "UBND-VHXH", Place = "An Bình", Date = new DateOnly(2026, 3, 9) },
        Kind = DocumentKind.Letter,
        Subject = "báo cáo kết quả tuyên truyền",
        Addressees = ["Sở Nội vụ"],
        Body = [new TextParagraph("Ủy ban nhân dân xã báo cáo như sau./.")],
        Signature = new Signature { Authority = ["TM. Ủy ban nhân dân"], Title = title, Name = "Nguyễn Văn An" },
        Recipients = ["Như trên"],
    };

    private static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["exec", Path.Combine(AppContext.BaseDirectory, "loa.dll"), .. arguments])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }
}
