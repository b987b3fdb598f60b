using Loa.Documents.Plans;

namespace Loa.Documents.Tests.Generation;

/// <summary>Sections of the text: purpose, content, forms, targets, budget.</summary>
internal static class BodyPart
{
    private static readonly string[] Letters = ["a", "b", "c", "d", "đ", "e", "g", "h"];

    private static readonly (string Text, CommunicationForm[] Codes)[] Forms =
    [
        ("Thông qua các hội nghị, hội thảo.", [CommunicationForm.Conference, CommunicationForm.Seminar]),
        ("Phát hành tờ rơi, tờ gấp.", [CommunicationForm.Leaflet]),
        ("Treo băng rôn, khẩu hiệu.", [CommunicationForm.Banner]),
        ("Tổ chức cuộc thi trực tuyến.", [CommunicationForm.OnlineContest]),
        ("Qua hệ thống loa truyền thanh ở cơ sở.", [CommunicationForm.Loudspeaker]),
        ("Tổ chức đối thoại trực tiếp.", [CommunicationForm.Dialogue]),
        ("Biểu diễn sân khấu hóa.", [CommunicationForm.Stage]),
    ];

    private static readonly PlanTarget[] Targets =
    [
        new("100% thủ tục hành chính được niêm yết công khai.", 100, "%", TargetComparison.Exactly),
        new("Ít nhất 80% người dân được hỏi hài lòng về thông tin nhận được.", 80, "%", TargetComparison.AtLeast),
        new("Tỷ lệ hồ sơ nộp trực tuyến đạt trên 65%.", 65, "%", TargetComparison.MoreThan),
        new("Tối thiểu 90% công chức được tập huấn.", 90, "%", TargetComparison.AtLeast),
    ];

    public static void Write(Draft draft)
    {
        var dice = draft.Dice;
        var automatic = dice.Chance(30);
        var section = 0;
        draft.Print(Roman(++section), dice.Pick("MỤC ĐÍCH, YÊU CẦU", "MỤC ĐÍCH VÀ YÊU CẦU"), automatic, Look.Bold);
        var part = 0;
        draft.Print($"{++part}.", "Mục đích", automatic, Look.Bold);
        List(draft, dice.Some(Words.Purposes, dice.Next(1, 3)), draft.Purposes);
        draft.Print($"{++part}.", "Yêu cầu", automatic, Look.Bold);
        List(draft, dice.Some(Words.Requirements, dice.Next(1, 3)), draft.Requirements);
        if (dice.Chance(40))
        {
            draft.Print($"{++part}.", dice.Pick("Đối tượng tuyên truyền", "Đối tượng"), automatic, Look.Bold);
            List(draft, dice.Some(Words.Audiences, dice.Next(1, 2)), draft.Audiences);
        }

        if (dice.Chance(40))
        {
            draft.Print($"{++part}.", dice.Pick("Chỉ tiêu cụ thể", "Chỉ tiêu"), automatic, Look.Bold);
            var targets = dice.Some(Targets, dice.Next(1, 3));
            draft.Targets.AddRange(targets);
            List(draft, [.. targets.Select(t => t.Text)], []);
        }

        draft.Print(Roman(++section), "NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN", automatic, Look.Bold);
        draft.Print("1.", "Nội dung tuyên truyền", automatic, Look.Bold);
        List(draft, dice.Some(Words.Topics, dice.Next(2, 4)), draft.Topics);
        draft.Print("2.", "Hình thức tuyên truyền", automatic, Look.Bold);
        var forms = dice.Some(Forms, dice.Next(2, 4));
        draft.Forms.AddRange(forms.Select(f => new FormOfCommunication(f.Text, f.Codes)));
        List(draft, [.. forms.Select(f => f.Text)], []);

        draft.Print(Roman(++section), dice.Pick("KINH PHÍ THỰC HIỆN", "KINH PHÍ"), automatic, Look.Bold);
        foreach (var paragraph in dice.Some(Words.Budgets, dice.Next(1, 2)))
        {
            draft.Budget.Add(paragraph);
            draft.Print(paragraph);
        }

        draft.Print(Roman(++section), "TỔ CHỨC THỰC HIỆN", automatic, Look.Bold);
        DutiesPart.Write(draft, automatic);
    }

    private static string Roman(int number) => new[] { "I.", "II.", "III.", "IV.", "V." }[number - 1];

    private static void List(Draft draft, IReadOnlyList<string> sentences, List<string> said)
    {
        var style = draft.Dice.Next(0, 2);
        for (var i = 0; i < sentences.Count; i++)
        {
            said.Add(sentences[i]);
            if (style == 0)
                draft.Print(sentences[i]);
            else
                draft.Print(style == 1 ? "-" : $"{Letters[i]})", sentences[i]);
        }
    }
}
