using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Loa.Documents.Blocks;
using Loa.Documents.Plans;

namespace Loa.Benchmarks.Reading;

/// <summary>Reading a DOCX to blocks and to the full result, beside a bare pass over its XML and beside python-docx, in one run.</summary>
internal static class ReadingBenchmark
{
    public static void Run()
    {
        var files = SampleFiles.Docx();
        Console.WriteLine($"{"document",-28} {"bare XML",10} {"blocks",10} {"full",10} {"full/bare",10} {"python",10} {"python/full",12}");
        var peers = PythonPeer.Measure(files);

        // Tiered compilation settles over all files first: else the first one measured pays for the others.
        for (var warm = Stopwatch.StartNew(); warm.ElapsedMilliseconds < 8000;)
        {
            foreach (var file in files)
                PlanReader.Read(SourceReader.Read(file));
        }

        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            var bare = Median(() => BarePass(bytes));
            var blocks = Median(() => SourceReader.Read(new MemoryStream(bytes)));
            var full = Median(() => PlanReader.Read(SourceReader.Read(new MemoryStream(bytes))));
            var peer = peers.GetValueOrDefault(file);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{Path.GetFileName(file),-28} {bare,7:F3} ms {blocks,7:F3} ms {full,7:F3} ms {full / bare,9:F1}× {(peer > 0 ? $"{peer,7:F2} ms" : "absent"),10} {(peer > 0 ? $"{peer / full,11:F1}×" : ""),12}"));
        }
        Soak(files);
    }

    /// <summary>What no reader can go below: unzip the main part and let XmlReader see every node.</summary>
    private static long BarePass(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        using var part = archive.GetEntry("word/document.xml")!.Open();
        using var reader = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var characters = 0L;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Text)
                characters += reader.Value.Length;
        }
        return characters;
    }

    /// <summary>Milliseconds, the median of as many runs as fit in about two seconds, after as much warming up as tiered compilation needs.</summary>
    private static double Median<T>(Func<T> action)
    {
        for (var warm = Stopwatch.StartNew(); warm.ElapsedMilliseconds < 1000;)
            action();
        var times = new List<double>();
        for (var run = Stopwatch.StartNew(); run.ElapsedMilliseconds < 2000 || times.Count < 20;)
        {
            var started = Stopwatch.GetTimestamp();
            action();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        times.Sort();
        return times[times.Count / 2];
    }

    private static void Soak(IReadOnlyList<string> files)
    {
        Console.WriteLine();
        Console.WriteLine("1,000 documents one after another");
        using var self = Process.GetCurrentProcess();
        for (var i = 0; i <= 1000; i++)
        {
            if (i % 250 == 0)
            {
                self.Refresh();
                Console.WriteLine($"  after {i,4}: managed {GC.GetTotalMemory(forceFullCollection: true) / 1048576.0,6:F1} MiB, resident {self.WorkingSet64 / 1048576.0,6:F1} MiB");
            }
            PlanReader.Read(SourceReader.Read(files[i % files.Count]));
        }
    }
}
