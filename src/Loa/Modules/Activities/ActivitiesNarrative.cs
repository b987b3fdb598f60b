using Loa.Documents.Plans;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Figures;

namespace Loa.Modules.Activities;

/// <summary>"Đã tổ chức 12 hoạt động tuyên truyền, gồm: …": by form, with minutes and people; what was done within something else is told apart.</summary>
internal sealed class ActivitiesNarrative(ActivitySums sums) : INarrative
{
    public string Key => "activities.forms";

    public string Title => "Hoạt động theo hình thức, thời lượng, số người";

    public async Task<IReadOnlyDictionary<Guid, string>> WriteAsync(NarrativeAsk ask, CancellationToken cancellationToken)
    {
        var all = await sums.OfAsync(ask.Agencies, ask.From, ask.To, cancellationToken);
        return all.GroupBy(sum => ask.Voices[sum.AgencyId]).ToDictionary(voice => voice.Key, voice => Tell([.. voice]));
    }

    private static string Tell(IReadOnlyList<ActivitySum> sums)
    {
        var (alone, within) = (Forms(sums.Where(sum => !sum.IsIntegrated)), Forms(sums.Where(sum => sum.IsIntegrated)));
        var paragraphs = new List<string>();
        if (alone.Count > 0)
        {
            paragraphs.Add(Prose.List($"Đã thực hiện {Total(sums, integrated: false)} hoạt động tuyên truyền riêng, gồm:", alone, Further));
        }

        if (within.Count > 0)
        {
            paragraphs.Add(Prose.List($"{(alone.Count > 0 ? "Ngoài ra, đã" : "Đã")} lồng ghép tuyên truyền trong {Total(sums, integrated: true)} hoạt động khác (tính riêng), gồm:", within, Further));
        }

        return string.Join("\n\n", paragraphs);
    }

    private static string Further(string count) => $"{count} hình thức khác";

    private static string Total(IReadOnlyList<ActivitySum> sums, bool integrated) => Prose.Count(sums.Where(sum => sum.IsIntegrated == integrated).Sum(sum => sum.Activities));

    private static List<string> Forms(IEnumerable<ActivitySum> sums) =>
        [.. sums.GroupBy(sum => sum.Form).OrderByDescending(form => form.Sum(sum => sum.Times)).ThenBy(form => form.Key).Select(form => Tell(form.Key, [.. form]))];

    private static string Tell(CommunicationForm form, IReadOnlyList<ActivitySum> sums)
    {
        var (kind, minutes, people, copies) = (FormCatalogue.Of(form), sums.Sum(sum => sum.Minutes), sums.Sum(sum => sum.People), sums.Sum(sum => sum.Copies));
        var unit = kind.TimesWord.StartsWith("Số ", StringComparison.Ordinal) ? kind.TimesWord[3..].ToLower(Formats.Vietnamese) : "lần";
        return $"{FormNames.Of(form)}: {Prose.Count(sums.Sum(sum => sum.Times))} {unit}"
            + (minutes > 0 ? $", tổng thời lượng {Formats.Number(minutes)} phút" : "")
            + (copies > 0 ? $", {Formats.Number(copies)} bản" : "")
            + (people > 0 ? $", {Formats.Number(people)} lượt người" : "");
    }
}
