using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;
using Loa.Modules.Activities;
using Loa.Modules.Plans;

namespace Loa.Modules.Reports.Outlines.Composing;

/// <summary>
/// The outline of a plan's annex as sections with guidance; what its words ask for ("số phút", "lượt người") is proposed as figures and sentences, each where it is first asked for.
/// </summary>
internal static class PlanOutlineReading
{
    private const int TargetsMost = 20;

    /// <summary>What is said of the time to come is not counted.</summary>
    private static readonly string[] Ahead = ["phuong huong", "nhiem vu trong tam", "thoi gian toi", "ky toi", "quy toi", "nam toi"];

    private sealed record Asked(string[] Words, string[] Narratives, params ProposedFigure[] Figures);

    private static readonly Asked[] Rules =
    [
        new(["van ban chi dao", "so luong van ban", "so van ban", "ban hanh van ban", "ban hanh cac van ban", "van ban da ban hanh"], ["directives.list"], ProposedFigure.Of("Số văn bản chỉ đạo đã ban hành", "văn bản", "directives.issued")),
        new(["noi dung da tuyen truyen", "noi dung tuyen truyen", "tuyen truyen noi dung"], ["activities.topics"]),
        new(["hinh thuc", "hoat dong tuyen truyen"], ["activities.forms"]),
        new(["buoi tuyen truyen", "so buoi", "so cuoc", "so hoat dong"], ["activities.forms"], ProposedFigure.Of("Số buổi, cuộc, hoạt động tuyên truyền", "hoạt động", ActivityMeasure.Activities)),
        new(["so phut", "thoi luong", "so gio phat"], ["activities.forms"], ProposedFigure.Of("Tổng thời lượng phát sóng, tuyên truyền", "phút", ActivityMeasure.Minutes)),
        new(["so nguoi", "luot nguoi", "so luot"], ["activities.forms"], ProposedFigure.Of("Tổng số lượt người được tuyên truyền", "lượt người", ActivityMeasure.People)),
        new(["tin bai", "so tin", "so bai"], [], ProposedFigure.Of("Số tin, bài", "tin, bài", ActivityMeasure.Times, CommunicationForm.News, CommunicationForm.Article)),
        new(["to roi", "to gap", "ap phich", "so ban in"], [], ProposedFigure.Of("Số tờ rơi, áp phích, sổ tay đã phát hành", "bản", ActivityMeasure.Copies, CommunicationForm.Leaflet, CommunicationForm.Poster, CommunicationForm.Handbook)),
        new(["long ghep"], [], ProposedFigure.Of("Số hoạt động lồng ghép", "hoạt động", ActivityMeasure.Activities) with { Integrated = true }),
        new(["kinh phi"], [], ProposedFigure.Of("Kinh phí tuyên truyền", "đồng", ActivityMeasure.Cost)),
        new(["ket qua qua tuyen truyen", "ket qua tuyen truyen", "ket qua noi bat"], ["activities.best"]),
        new(["thuc hien nhiem vu", "nhiem vu duoc giao", "tien do"], ["tasks.progress"], ProposedFigure.Of("Nhiệm vụ hoàn thành đúng hạn", "nhiệm vụ", "tasks.on-time")),
        new(["mo hinh", "guong", "sang kien", "cach lam hay"], ["exemplars.list"], ProposedFigure.Of("Số mô hình, gương điển hình, sáng kiến", "mô hình, gương", "exemplars.recognised")),
        new(["dinh muc"], ["cadences.missed"], ProposedFigure.Of("Kỳ định mức đạt", "kỳ", "cadences.met")),
        new(["uu diem", "han che", "ton tai", "nguyen nhan"], ["cadences.missed", "exemplars.shortcomings"]),
        new(["kho khan", "vuong mac"], ["difficulties.list"], ProposedFigure.Of("Khó khăn, vướng mắc được trả lời", "vướng mắc", "difficulties.answered")),
    ];

    /// <param name="targets">Of the plan, in its order; proposed where the outline asks for them.</param>
    public static void Write(OutlineWriter writer, IEnumerable<Documents.Plans.OutlineSection> read, IReadOnlyList<Target> targets)
    {
        foreach (var (part, level) in read.SelectMany(part => Flatten(part, 1)))
        {
            var (title, guidance) = Texts(part);
            if (title.Length == 0)
            {
                continue;
            }

            var words = WordsOf($"{title}\n{guidance}");
            var ahead = Array.Exists(Ahead, word => WordsOf(title).Contains(word, StringComparison.Ordinal));
            var asked = ahead ? [] : Rules.Where(rule => rule.Words.Any(word => words.Contains($" {word} ", StringComparison.Ordinal))).ToList();
            if (writer.Section(title, guidance, level, asked.SelectMany(rule => rule.Narratives)) is not { } written)
            {
                return;
            }

            asked.SelectMany(rule => rule.Figures).Concat(ahead ? [] : Forms(part)).Concat(ahead || !words.Contains(" chi tieu ", StringComparison.Ordinal) ? [] : targets.Take(TargetsMost).Select(Target)).ToList()
                .ForEach(figure => writer.Figure(written, figure));
        }
    }

    /// <summary>Forms named where the outline speaks of forms: how often each.</summary>
    private static IEnumerable<ProposedFigure> Forms(Documents.Plans.OutlineSection part) =>
        from paragraph in part.Paragraphs
        where WordsOf(paragraph).Contains(" hinh thuc ", StringComparison.Ordinal)
        from form in CommunicationForms.Classify(paragraph)
        where form is not (CommunicationForm.Other or CommunicationForm.Directive)
        let times = FormCatalogue.Of(form).TimesWord
        select ProposedFigure.Of($"{FormNames.Of(form)}: {times.ToLower(Platform.Formats.Vietnamese)}", times.StartsWith("Số ", StringComparison.Ordinal) ? times[3..] : null, ActivityMeasure.Times, form);

    private static ProposedFigure Target(Target target) => ProposedFigure.Of(target.Text, target.Unit, "targets.reached") with { TargetId = target.TargetId };

    /// <summary>A section without a title is called by its first sentence; one that is longer than a title goes on in the guidance.</summary>
    private static (string Title, string? Guidance) Texts(Documents.Plans.OutlineSection part)
    {
        var paragraphs = part.Paragraphs.Select(text => text.Trim()).Where(text => text.Length > 0).ToList();
        var title = part.Title?.Trim() ?? "";
        if (title.Length == 0 && paragraphs.Count > 0)
        {
            (title, paragraphs) = (paragraphs[0], paragraphs[1..]);
        }

        if (title.Length > OutlineSection.TitleMaxLength)
        {
            var cut = title.LastIndexOf(' ', OutlineSection.TitleMaxLength - 1) is var blank and > 0 ? blank : OutlineSection.TitleMaxLength - 1;
            paragraphs.Insert(0, title);
            title = title[..cut] + "…";
        }

        return (title, paragraphs.Count == 0 ? null : string.Join('\n', paragraphs));
    }

    /// <summary>A section with its own paragraphs, then those within it; deeper than the outline's levels they stay paragraphs.</summary>
    private static IEnumerable<(Documents.Plans.OutlineSection Part, int Level)> Flatten(Documents.Plans.OutlineSection part, int level)
    {
        if (level == OutlineSection.LevelMost || part.Children.Count == 0)
        {
            return [(part, level)];
        }

        var below = part.Children.SelectMany(child => child.Paragraphs).ToHashSet(StringComparer.Ordinal);
        return part.Children.SelectMany(child => Flatten(child, level + 1)).Prepend((part with { Paragraphs = [.. part.Paragraphs.Where(text => !below.Contains(text))], Children = [] }, level));
    }

    /// <summary>Folded words with single blanks between and around them: "tin, bài" is " tin bai ".</summary>
    private static string WordsOf(string text) => $" {string.Join(' ', Folding.Fold(text).Split(Marks, StringSplitOptions.RemoveEmptyEntries))} ";

    private static readonly char[] Marks = [' ', ',', '.', ';', ':', '(', ')', '/', '-', '"', '\'', '…', '+', '!', '?', '[', ']'];
}
