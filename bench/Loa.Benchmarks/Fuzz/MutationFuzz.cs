using System.Diagnostics;
using Loa.Documents;
using Loa.Documents.Blocks;
using Loa.Documents.Plans;

namespace Loa.Benchmarks.Fuzz;

/// <summary>One mutated file that broke the rule "read, or one DocumentException, in bounded time".</summary>
internal sealed record FuzzFailure(string File, int Seed, string What);

/// <summary>What a run saw.</summary>
internal sealed class FuzzReport
{
    public int Read { get; set; }
    public int Refused { get; set; }
    public Dictionary<DocumentFailure, int> Reasons { get; } = [];
    public TimeSpan Slowest { get; set; }
    public string SlowestFile { get; set; } = "";
    public long PeakBytes { get; set; }
    public List<FuzzFailure> Failures { get; } = [];
}

/// <summary>Reads damaged copies of files to the full result and reports every crash, every hang and every swollen document.</summary>
internal sealed class MutationFuzz
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(12);

    // Recognising images would take all the time; what it does with a damaged file is decided before.
    private static readonly ReadOptions Options = new() { RecogniseScans = false };

    public FuzzReport Report { get; } = new();

    public void Run(string path, int count, int seed)
    {
        var mutator = new FileMutator(File.ReadAllBytes(path));
        for (var i = 0; i < count; i++)
            One(Path.GetFileName(path), mutator.Mutate(seed + i), seed + i);
    }

    private void One(string file, byte[] bytes, int seed)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var source = SourceReader.Read(new MemoryStream(bytes), Options);
            CheckBlocks(source);
            PlanReader.Read(source);
            Report.Read++;
        }
        catch (DocumentException e)
        {
            Report.Refused++;
            Report.Reasons[e.Failure] = Report.Reasons.GetValueOrDefault(e.Failure) + 1;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            var place = e.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("Loa.", StringComparison.Ordinal))?.Trim();
            Report.Failures.Add(new FuzzFailure(file, seed, $"{e.GetType().Name}: {e.Message} {place}"));
        }
        var took = Stopwatch.GetElapsedTime(started);
        if (took > Limit)
            Report.Failures.Add(new FuzzFailure(file, seed, $"took {took.TotalSeconds:F1} s"));
        if (took > Report.Slowest)
            (Report.Slowest, Report.SlowestFile) = (took, $"{file}#{seed}");
        Report.PeakBytes = Math.Max(Report.PeakBytes, Environment.WorkingSet);
    }

    // What every reader of blocks relies on.
    private static void CheckBlocks(SourceDocument source)
    {
        var seen = new HashSet<Paragraph>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < source.Paragraphs.Count; i++)
        {
            if (source.Paragraphs[i].Number != i)
                throw new InvalidOperationException("Paragraphs are not numbered in order.");
        }
        foreach (var block in source.Blocks)
        {
            if (block is Paragraph paragraph)
                seen.Add(paragraph);
            else if (block is Table table)
                CheckTable(table, seen);
        }
        if (seen.Count != source.Paragraphs.Count)
            throw new InvalidOperationException($"{source.Paragraphs.Count - seen.Count} paragraphs stand in no block.");
    }

    private static void CheckTable(Table table, HashSet<Paragraph> seen)
    {
        foreach (var row in table.Rows)
        {
            var next = 0;
            foreach (var cell in row.Cells)
            {
                if (cell.Column < next || cell.ColumnSpan < 1 || cell.Column + cell.ColumnSpan > table.ColumnCount)
                    throw new InvalidOperationException("A cell stands outside its table or over another cell.");
                next = cell.Column + cell.ColumnSpan;
                seen.UnionWith(cell.Paragraphs);
            }
        }
    }
}
