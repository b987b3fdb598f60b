using System.Diagnostics;
using System.Globalization;
using Loa.Documents.Checking;
using Loa.Documents.Writing;

namespace Loa.Benchmarks.Writing;

/// <summary>Writing a report of 60 pages with an annex of 4,000 rows (limit 2 s, memory flat), beside python-docx in the same run.</summary>
internal static class WritingBenchmark
{
    private const int Paragraphs = 600;
    private const int Rows = 4000;
    private const string Text =
        "Các cơ quan, đơn vị đã tổ chức tuyên truyền công tác cải cách hành chính bằng nhiều hình thức phù hợp với từng nhóm đối tượng; lồng ghép trong hội nghị, sinh hoạt chuyên đề, trên cổng thông tin điện tử và hệ thống truyền thanh cơ sở; qua đó nâng cao nhận thức của cán bộ, công chức, viên chức và mức độ hài lòng của người dân.";

    public static void Run()
    {
        var folder = Directory.CreateDirectory(Path.Combine("artifacts", "bench")).FullName;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Paragraphs} paragraphs (60 pages) and an annex of {Rows} rows"));
        var file = Path.Combine(folder, "writing.docx");
        var first = Write(file, Rows);
        var times = Enumerable.Range(0, 9).Select(_ => Write(file, Rows)).Order().ToList();
        var peer = PythonWriter.Measure(Path.Combine(folder, "writing-python.docx"), Paragraphs, Text, Rows);
        var (median, size) = (times[times.Count / 2], new FileInfo(file).Length / 1024.0);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  Loa          cold {first,7:F3} s, warm median {median,7:F3} s, {size:F0} KiB"));
        Console.WriteLine(peer is { } python
            ? string.Create(CultureInfo.InvariantCulture, $"  python-docx  {python.Seconds,12:F3} s, peak {python.PeakMiB:F0} MiB; ratio {python.Seconds / median:F0}×")
            : "  python-docx  absent");

        var checking = Stopwatch.StartNew();
        var report = FormatChecker.Check(file);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  checking it  {checking.Elapsed.TotalSeconds,12:F3} s, {report.Deviations.Count} deviations"));
        Memory(folder);
    }

    /// <summary>What is alive while rows are written must not depend on how many there are.</summary>
    private static void Memory(string folder)
    {
        foreach (var rows in (ReadOnlySpan<int>)[4_000, 40_000, 400_000])
        {
            var alive = 0L;
            var started = Stopwatch.GetTimestamp();
            Write(Path.Combine(folder, "writing-memory.docx"), rows, i =>
            {
                if (i % (rows / 4) == 0)
                    alive = Math.Max(alive, GC.GetTotalMemory(forceFullCollection: true));
            });
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {rows,7} rows: {Stopwatch.GetElapsedTime(started).TotalSeconds,7:F3} s, at most {alive / 1048576.0:F1} MiB alive"));
        }
    }

    private static double Write(string path, int rows, Action<int>? each = null)
    {
        var started = Stopwatch.GetTimestamp();
        using (var stream = File.Create(path))
            DocumentWriter.Write(Document(rows, each), stream);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static AdministrativeDocument Document(int rows, Action<int>? each) => new()
    {
        Heading = new DocumentHeading { Issuer = "Ủy ban nhân dân\ntỉnh Thanh Giang", Number = 120, Symbol = "BC-UBND", Place = "Thanh Giang", Date = new DateOnly(2026, 12, 10) },
        Kind = DocumentKind.Report,
        Subject = "Kết quả tuyên truyền cải cách hành chính năm 2026",
        Body = Enumerable.Range(0, Paragraphs).Select(_ => new TextParagraph(Text) { Level = SectionLevel.Arabic }),
        Signature = new Signature { Authority = ["TM. Ủy ban nhân dân"], Title = "Chủ tịch", Name = "Nguyễn Văn An" },
        Recipients = ["Bộ Nội vụ", "Các sở, ban, ngành cấp tỉnh"],
        Annexes =
        [
            new Annex
            {
                Title = "Kết quả thực hiện nhiệm vụ",
                Landscape = true,
                Content =
                [
                    new TextTable
                    {
                        Columns = [new("TT", 6, ColumnAlignment.Centre), new("Nội dung công việc", 40), new("Cơ quan chủ trì", 18), new("Cơ quan phối hợp", 22), new("Thời gian thực hiện", 14, ColumnAlignment.Centre)],
                        Rows = Table(rows, each),
                    },
                ],
            },
        ],
    };

    private static IEnumerable<TextRow> Table(int rows, Action<int>? each)
    {
        for (var i = 1; i <= rows; i++)
        {
            each?.Invoke(i);
            yield return new CellRow(i.ToString(CultureInfo.InvariantCulture), $"Xây dựng chuyên mục số {i} tuyên truyền cải cách hành chính", "Văn phòng Sở", "Các phòng, đơn vị thuộc Sở", "Quý III/2026");
        }
    }
}
