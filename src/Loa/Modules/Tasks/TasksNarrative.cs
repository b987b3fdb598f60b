using Loa.Platform;
using Loa.Platform.Figures;

namespace Loa.Modules.Tasks;

/// <summary>How much of the work that was due is done.</summary>
internal sealed class TasksNarrative(TasksOnTimeFigure onTime, TasksDoneFigure done) : INarrative
{
    public string Key => "tasks.progress";

    public string Title => "Kết quả thực hiện nhiệm vụ được giao";

    public async Task<IReadOnlyDictionary<Guid, string>> WriteAsync(NarrativeAsk ask, CancellationToken cancellationToken)
    {
        var (due, finished) = (await onTime.OfAsync(ask.Figures, cancellationToken), await done.OfAsync(ask.Figures, cancellationToken));
        return due.Keys.Union(finished.Keys).GroupBy(agency => ask.Voices[agency]).ToDictionary(voice => voice.Key, voice =>
        {
            var (part, whole, all) = (voice.Sum(id => due.GetValueOrDefault(id)?.Value ?? 0), voice.Sum(id => due.GetValueOrDefault(id)?.Of ?? 0), voice.Sum(id => finished.GetValueOrDefault(id)?.Value ?? 0));
            return (all > 0 ? $"Đã hoàn thành {Prose.Count((long)all)} nhiệm vụ trong kỳ. " : "")
                + (whole > 0 ? $"Trong {Prose.Count((long)whole)} nhiệm vụ đến hạn, {Prose.Count((long)part)} nhiệm vụ hoàn thành đúng hạn (đạt {Formats.Percent((long)part, (long)whole)})." : "Không có nhiệm vụ nào đến hạn trong kỳ.");
        });
    }
}
