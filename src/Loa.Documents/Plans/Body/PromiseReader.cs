using System.Buffers;
using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>Gathers cadences and reporting duties from duties, forms, tasks and the sections on reporting.</summary>
internal sealed class PromiseReader(PlanFacts facts)
{
    private readonly List<string> _seen = [];

    public void Read(SectionNode root, bool tasksFromText)
    {
        foreach (var form in facts.Forms)
            ReadText(form.Text.From, [], expectPromise: false);
        foreach (var responsibility in facts.Responsibilities)
        {
            foreach (var duty in responsibility.Duties)
                ReadText(duty.From, AgenciesOf(responsibility), expectPromise: true);
        }

        ReadSections(root);
        if (tasksFromText)
            return;
        foreach (var task in facts.Tasks)
        {
            ReadText(task.Content.From, task.Lead, expectPromise: false);
            if (task.Detail is { } detail)
                ReadText(detail.From, task.Lead, expectPromise: false);
            if (task.Timeframe is ({ Kind: TimeframeKind.Recurring }, { } from))
                ReadCell(from, task);
            if (task.Product is { } product && MayPromise(product.From.Text))
                ReadCell(product.From, task);
        }
    }

    /// <summary>Sections of their own on reporting ("Chế độ báo cáo") and paragraphs that no duty took.</summary>
    private void ReadSections(SectionNode section)
    {
        foreach (var child in section.Children)
        {
            var title = child.FoldedTitle;
            if (title.Contains("muc dich", StringComparison.Ordinal) || title.Contains("yeu cau", StringComparison.Ordinal) || title.Contains("noi dung tuyen truyen", StringComparison.Ordinal))
                continue;
            var reports = title.Contains("bao cao", StringComparison.Ordinal);
            foreach (var item in child.Items)
            {
                if (item.Node is null && item.Table is null && !item.Text.IsEmpty && !ClosingWords.Announces(item.Text.Text))
                    ReadText(item.Text, [], expectPromise: reports);
            }

            if (child.Items.Count == 0 && !child.Title.IsEmpty)
                ReadText(child.Title, [], expectPromise: false);
            ReadSections(child);
        }
    }

    private void ReadText(SourceText text, List<Fact> agencies, bool expectPromise)
    {
        if (text.IsEmpty || !MayPromise(text.Text) || WasRead(text.Text))
            return;
        _seen.Add(text.Text);
        var found = 0;
        var earlier = facts.Cadences.Count;
        foreach (var range in Sentences.Split(text.Text))
        {
            var sentence = text.Slice(range);
            if (!MayPromise(sentence.Text))
                continue;
            var before = found;
            foreach (var cadence in Cadences.Read(sentence.Text))
            {
                if (cadence.Value.Count is null && facts.Cadences.Count > earlier && facts.Cadences[^1] is { Cadence.MinMinutes: null } promised)
                    facts.Cadences[^1] = promised with { Cadence = promised.Cadence with { MinMinutes = cadence.Value.MinMinutes } };
                else
                    facts.Cadences.Add(new CadenceFacts(WithNamedForms(cadence.Value), sentence.Slice(cadence.Range), Promising(sentence, agencies)));
                found++;
            }

            foreach (var report in ReportingDuties.Read(sentence.Text, facts.Years))
            {
                facts.Reporting.Add(new ReportingFacts(report.Value, sentence.Slice(report.Range), report.Value.By.Count > 0 ? [] : agencies));
                found++;
            }

            if (found == before && expectPromise && LooksUnread(sentence.Text))
                facts.Unread.Add(new UnreadFacts(sentence, "Câu có thời hạn hoặc định kỳ nhưng chưa hiểu được."));
        }
    }

    /// <summary>A paragraph of a section is read once, also where a duty was cut out of it behind the agency, or it out of a duty.</summary>
    private bool WasRead(string text)
    {
        foreach (var seen in _seen)
        {
            if (text.EndsWith(seen, StringComparison.Ordinal) || (text.Length > 20 && seen.EndsWith(text, StringComparison.Ordinal)))
                return true;
        }

        return false;
    }

    /// <summary>"Định kỳ 6 tháng/01 lần" as a timeframe, "02 chuyên mục/tháng" as a product: the task is what is promised.</summary>
    private void ReadCell(SourceText cell, TaskFacts task)
    {
        foreach (var found in Cadences.Read(Timeframes.OneLine(cell.Text)))
        {
            var forms = found.Value.Forms.Count > 0 && found.Value.Forms[0] != CommunicationForm.Other ? found.Value.Forms : CommunicationForms.Classify(task.Content.Value);
            facts.Cadences.Add(new CadenceFacts(WithNamedForms(found.Value with { Forms = forms }), cell, task.Lead));
        }
    }

    /// <summary>A promise that names no form is open to any: the list stays empty.</summary>
    private static Cadence WithNamedForms(Cadence cadence) =>
        cadence.Forms is [CommunicationForm.Other] ? cadence with { Forms = [] } : cadence;

    /// <summary>"Đối với Ủy ban nhân dân cấp huyện, cấp xã, trong năm phải…" names who promises better than the heading above.</summary>
    private static List<Fact> Promising(SourceText sentence, List<Fact> agencies)
    {
        if (!sentence.Text.StartsWith("Đối với ", StringComparison.Ordinal))
            return agencies;
        var rest = sentence.From("Đối với ".Length);
        if (Agencies.StartsWithAgency(char.ToUpperInvariant(rest.Text[0]) + rest.Text[1..]) is not { } opening)
            return agencies;
        var named = new List<Fact>();
        var part = rest.Slice(opening.AgencyRange);
        if (part.Text.IndexOf(", trong ", StringComparison.Ordinal) is var when and > 0)
            part = part.Slice(0, when);
        foreach (var entry in Agencies.ReadList(part.Text))
            named.Add(new Fact(entry.Name, SourceText.Join(" ", entry.Ranges.Select(r => part.Slice(r))), 0.85));
        return named.Count > 0 ? named : agencies;
    }

    private static List<Fact> AgenciesOf(ResponsibilityFacts responsibility)
    {
        var list = new List<Fact>();
        foreach (var entry in Agencies.ReadList(responsibility.Agency.Value))
            list.Add(new Fact(entry.Name, SourceText.Join(" ", entry.Ranges.Select(r => responsibility.Agency.From.Slice(r))), 0.9));
        return list;
    }

    private static readonly SearchValues<string> PromiseWords = SearchValues.Create(
        ["báo cáo", "định kỳ", "định kì", "lần", "mỗi", "tháng", "tuần", "quý", "quí", "năm", "ít nhất", "tối thiểu", "trước ngày", "hằng ngày", "hàng ngày", "/ngày", "phút/"], StringComparison.OrdinalIgnoreCase);

    /// <summary>A cheap look before the grammars run: a number or a word of frequency must stand in the text.</summary>
    private static bool MayPromise(string text) => text.AsSpan().ContainsAny(PromiseWords);

    private static bool LooksUnread(string text)
    {
        var folded = Folding.Fold(text);
        return folded.Contains("truoc ngay", StringComparison.Ordinal) || folded.Contains("dinh ky", StringComparison.Ordinal) || folded.Contains("it nhat", StringComparison.Ordinal);
    }
}
