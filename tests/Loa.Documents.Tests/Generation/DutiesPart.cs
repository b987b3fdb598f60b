using Loa.Documents.Plans;

namespace Loa.Documents.Tests.Generation;

/// <summary>"Tổ chức thực hiện": who has which duties, with cadences and reports among them.</summary>
internal static class DutiesPart
{
    private static readonly string[] Agencies =
        ["Sở Nội vụ", "Văn phòng UBND tỉnh", "Sở Tài chính", "Báo Thanh Giang", "Các sở, ban, ngành cấp tỉnh", "UBND các xã, phường", "Sở Tư pháp"];

    public static void Write(Draft draft, bool automatic)
    {
        var dice = draft.Dice;
        var number = 0;
        foreach (var agency in dice.Some(Agencies, dice.Next(2, 4)))
        {
            number++;
            var duties = dice.Some(Words.Duties, dice.Next(1, 3)).ToList();
            if (number == 1 && dice.Chance(50))
                duties.Add(Report(draft, agency));
            if (number == 2 && dice.Chance(50))
                duties.Add(Cadence(draft, agency));
            draft.Responsibilities.Add(new(agency, Request: false, duties));
            switch (duties.Count == 1 ? dice.Next(0, 2) : dice.Next(0, 1))
            {
                case 2:
                    draft.Print($"{number}.", $"{agency}: {duties[0]}", automatic);
                    break;
                case var bullets:
                    draft.Print($"{number}.", agency + (dice.Chance(30) ? ":" : ""), automatic, Look.Bold);
                    foreach (var duty in duties)
                    {
                        if (bullets == 1)
                            draft.Print("-", duty);
                        else
                            draft.Print(duty);
                    }

                    break;
            }
        }

        if (dice.Chance(40))
        {
            var (body, duty) = (dice.Pick("Ban Tuyên giáo và Dân vận Tỉnh ủy", "Ủy ban MTTQ Việt Nam tỉnh"), "Phối hợp tuyên truyền trong đoàn viên, hội viên.");
            draft.Responsibilities.Add(new(body, Request: true, [duty]));
            draft.Print($"{++number}.", $"Đề nghị {body}: {duty}", automatic);
        }

        draft.Print($"Trên đây là Kế hoạch {HeadingPart.Lower(draft.Heading.Kind == "Quyết định" ? draft.Heading.Subject!["Ban hành Kế hoạch ".Length..] : draft.Heading.Subject!)}, yêu cầu các cơ quan, đơn vị triển khai thực hiện./.");
    }

    private static string Report(Draft draft, string agency)
    {
        var year = draft.Years?.From ?? 2025;
        switch (draft.Dice.Next(0, 2))
        {
            case 0:
                var text = "Định kỳ hằng quý, 6 tháng, năm báo cáo kết quả thực hiện về Sở Nội vụ.";
                foreach (var period in new[] { ReportingPeriodKind.Quarter, ReportingPeriodKind.HalfYear, ReportingPeriodKind.Year })
                    draft.Reporting.Add(new() { Text = text, By = [agency], To = "Sở Nội vụ", Period = period });
                return text;
            case 1:
                var dated = $"Báo cáo kết quả thực hiện về UBND tỉnh (qua Sở Nội vụ) trước ngày 10/6/{year} (đối với báo cáo 6 tháng) và trước ngày 05/12/{year} (đối với báo cáo năm).";
                draft.Reporting.Add(new() { Text = dated, By = [agency], To = "UBND tỉnh", Via = "Sở Nội vụ", Period = ReportingPeriodKind.HalfYear, Due = new(year, 6, 10) });
                draft.Reporting.Add(new() { Text = dated, By = [agency], To = "UBND tỉnh", Via = "Sở Nội vụ", Period = ReportingPeriodKind.Year, Due = new(year, 12, 5) });
                return dated;
            default:
                var plain = "Báo cáo kết quả thực hiện về UBND tỉnh theo quy định.";
                draft.Reporting.Add(new() { Text = plain, By = [agency], To = "UBND tỉnh" });
                return plain;
        }
    }

    private static string Cadence(Draft draft, string agency)
    {
        var (text, form, count, per, minutes) = draft.Dice.Pick<(string, CommunicationForm, int, string, int?)>(
            ("Phát sóng chuyên mục về cải cách hành chính mỗi tuần một lần, thời lượng mỗi lần ít nhất 10 phút.", CommunicationForm.Broadcast, 1, "P1W", 10),
            ("Tổ chức tọa đàm mỗi quý ít nhất một lần.", CommunicationForm.Seminar, 1, "P3M", null),
            ("Đăng tải ít nhất 02 tin, bài mỗi tháng.", CommunicationForm.Article, 2, "P1M", null),
            ("Tổ chức đối thoại với người dân ít nhất một lần trong năm.", CommunicationForm.Dialogue, 1, "P1Y", null));
        CommunicationForm[] forms = form switch
        {
            CommunicationForm.Article => [CommunicationForm.News, CommunicationForm.Article],
            _ => [form],
        };
        draft.Cadences.Add(new(text, [agency], forms, count, Moments.Every(per), minutes));
        return text;
    }
}
