using Loa.Documents.Plans;

namespace Loa.Documents.Vietnamese.Promises;

/// <summary>Pairs the periods and days that a sentence names, in the order it names them.</summary>
internal static class ReportPairs
{
    public static List<ReportLabel> Pair(List<ReportLabel> labels)
    {
        var days = labels.Count(l => l.IsDate);
        if (days == 0)
            return [.. labels.DistinctBy(l => l.Period)];
        if (days == labels.Count)
            return Unlabelled(labels);
        var firstDay = labels.FindIndex(l => l.IsDate);
        if (firstDay == labels.Count - days && labels.Count == 2 * days)
            return [.. labels.Take(days).Zip(labels.Skip(days), Join)];
        return labels[^1].IsDate ? DayBehindPeriods(labels) : DayBeforePeriod(labels, firstDay);
    }

    /// <summary>"trước ngày 15/11 hằng năm": the yearly report when there is one day; with several days nothing says which is which.</summary>
    private static List<ReportLabel> Unlabelled(List<ReportLabel> days) =>
        days.Count == 1 && days[0].Every is not null ? [days[0] with { Period = ReportingPeriodKind.Year }] : ShareEvery(days);

    /// <summary>"trước ngày 01/6 và 15/11 hằng năm": every year holds for both.</summary>
    private static List<ReportLabel> ShareEvery(List<ReportLabel> days) =>
        days[^1].Every is { } every ? days.ConvertAll(d => d with { Every = d.Every ?? every }) : days;

    /// <summary>"báo cáo quý trước ngày 14/3, báo cáo 6 tháng, năm trước ngày …".</summary>
    private static List<ReportLabel> DayBehindPeriods(List<ReportLabel> labels)
    {
        var pairs = new List<ReportLabel>();
        var waiting = new List<ReportLabel>();
        foreach (var label in labels)
        {
            if (!label.IsDate)
            {
                waiting.Add(label);
                continue;
            }

            if (waiting.Count == 0)
                pairs.Add(label);

            // "định kỳ hằng năm, báo cáo … trước ngày 20/11": the last period named is the one that is due then.
            for (var i = 0; i < waiting.Count; i++)
                pairs.Add(i == waiting.Count - 1 ? Join(waiting[i], label) : waiting[i]);
            waiting.Clear();
        }

        return Deduplicate(pairs);
    }

    /// <summary>"trước ngày 25/5 (đối với báo cáo 6 tháng), trước ngày 20/11 (đối với báo cáo năm)".</summary>
    private static List<ReportLabel> DayBeforePeriod(List<ReportLabel> labels, int firstDay)
    {
        var pairs = labels.Take(firstDay).ToList();
        for (var i = firstDay; i < labels.Count; i++)
        {
            if (!labels[i].IsDate)
            {
                pairs.Add(labels[i]);
                continue;
            }

            if (i + 1 < labels.Count && !labels[i + 1].IsDate)
                pairs.Add(Join(labels[++i], labels[i - 1]));
            else
                pairs.Add(labels[i]);
        }

        return Deduplicate(pairs);
    }

    /// <summary>A period named twice, once with its day, is one report.</summary>
    private static List<ReportLabel> Deduplicate(List<ReportLabel> pairs) =>
        pairs.FindAll(p => p.IsDate || !pairs.Exists(other => other.IsDate && other.Period == p.Period)).DistinctBy(p => (p.Period, p.Due)).ToList();

    private static ReportLabel Join(ReportLabel period, ReportLabel day) => day with { Period = period.Period };
}
