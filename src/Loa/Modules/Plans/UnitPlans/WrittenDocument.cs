using Loa.Documents.Blocks;
using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Modules.Plans.Import.Reading;
using Loa.Platform.Files;

namespace Loa.Modules.Plans.UnitPlans;

/// <summary>The document that a written plan is issued with: the text as it went to be signed, read back for its places, and the signed one where it is at hand.</summary>
internal sealed record WrittenDocument(StoredFile File, StoredReading Reading, StoredFile? Signed)
{
    /// <summary>Our own file, made a moment ago: no child process is needed to read it.</summary>
    public static StoredReading Read(Stream docx) => StoredReading.Of(PlanReader.Read(SourceReader.Read(docx)));

    /// <summary>Tells tasks and bases where they stand in the document, so that the plan's pages can show the passage.</summary>
    public static void Locate(PlanDraft draft, PlanContent content)
    {
        Locate(draft.Tasks, task => task.Content, content.Tasks.Select(task => task.Content), "/tasks/");
        Locate(draft.Bases, basis => basis.Text, content.LegalBases.Select(basis => basis.Text), "/legalBases/");
    }

    private static void Locate<T>(IEnumerable<T> items, Func<T, string?> text, IEnumerable<string> read, string pointer)
        where T : DraftItem
    {
        var places = read.Select((found, index) => (Key(found), index)).GroupBy(pair => pair.Item1, StringComparer.Ordinal).ToDictionary(group => group.Key, group => new Queue<int>(group.Select(pair => pair.index)), StringComparer.Ordinal);
        foreach (var item in items.Where(item => !item.Removed))
        {
            if (text(item) is { } said && places.TryGetValue(Key(said), out var left) && left.TryDequeue(out var index))
                item.Pointer = $"{pointer}{index}";
        }
    }

    private static string Key(string text) => Folding.Fold(text).Trim(' ', '.', ';', ',');
}
