using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Loa.Documents.Checking;
using Loa.Documents.Vietnamese;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Modules.Plans.UnitPlans;
using Loa.Modules.Plans.UnitPlans.Composing;

namespace Loa.Tests.Modules.Plans.UnitPlans;

public sealed class UnitPlanDocumentTests
{
    private static readonly Dictionary<Guid, string> NoMarks = [];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(200)]
    public void Compose_DraftOfAnyLength_HasNoDeviationFromTheDecree(int tasks)
    {
        foreach (var agency in new[] { UnitSamples.Commune, UnitSamples.Department })
        {
            var draft = UnitSamples.Whole(agency, tasks, out var marks);
            Deviations(UnitSamples.Write(draft, marks)).ShouldBe("");
            (draft.Heading.Reference, draft.Heading.Date, draft.Heading.SignerName) = ("5/KH-UBND", new DateOnly(2026, 2, 3), "Lê Văn Ba");
            Deviations(UnitSamples.Write(draft, marks)).ShouldBe("");
        }
    }

    [Fact]
    public void Compose_DraftThatSaysNothing_IsStillADocument()
    {
        var draft = new PlanDraft();

        var docx = UnitSamples.Write(draft, NoMarks);

        FormatChecker.Check(new MemoryStream(docx)).Deviations.Select(deviation => deviation.Element).ShouldBe([FormatElement.PlaceAndDate, FormatElement.Authority], "place and signer are open");
    }

    [Theory]
    [InlineData("Thực hiện Kế hoạch số 15/KH-UBND ngày 20/01/2026 của Ủy ban nhân dân tỉnh về tuyên truyền cải cách hành chính")]
    [InlineData("Xét chọn mô hình tuyên truyền cải cách hành chính năm 2026")]
    public void Compose_SubjectThatOpensLikeABasis_IsStillTheSubject(string subject)
    {
        var draft = UnitSamples.Whole(UnitSamples.Commune, 3, out var marks);
        draft.Heading.Subject = subject;

        var docx = UnitSamples.Write(draft, marks);

        Deviations(docx).ShouldBe("");
        UnitSamples.Read(docx).Document.Subject.ShouldBe(subject);
    }

    [Fact]
    public void Compose_WhateverIsTyped_HasNoDeviationFromTheDecree()
    {
        string[] hostile =
        [
            new string('n', 400), "nghiêng" + new string('g', 120) + " /duong/dan/rat/dai", "Phụ lục", "PHỤ LỤC I", "Nơi nhận:", "IV. TỔ CHỨC", "Phần I", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "Căn cứ Luật;",
            "a\u0000b\u0008c", "<w:p>&amp;", "-", ";;;", "1. Một\n2. Hai\n\n- Ba", "\t", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 12/KH-UBND", "Kế hoạch", "😀 é̂", "Kính gửi: Sở Nội vụ",
        ];
        var line = Gen.Elements(hostile);
        var draft =
            from texts in line.ArrayOf(5)
            from tasks in line.ArrayOf(4)
            from others in line.ArrayOf(8)
            select (texts, tasks, others);

        Prop.ForAll(draft.ToArbitrary(), sample =>
        {
            var made = UnitSamples.Whole(UnitSamples.Commune, 4, out var marks);
            for (var i = 0; i < sample.tasks.Length; i++)
                (made.Tasks[i].Content, made.Tasks[i].Product, made.Tasks[i].When, made.Tasks[i].Group) = (sample.tasks[i], sample.others[i], sample.others[i + 4], sample.texts[i]);
            for (var i = 0; i < sample.texts.Length; i++)
                made.Texts[i].Text = sample.texts[i];
            (made.Heading.Budget, made.Responsibilities[0].Agency, made.Responsibilities[0].Duties[0].Text, made.Reporting[0].Text) = (sample.others[0], sample.others[1], sample.others[2], sample.others[3]);
            made.Tasks[0].InCharge = [sample.others[4].Replace('\n', ' ')];
            return (Deviations(UnitSamples.Write(made, marks)) == "").Label(Deviations(UnitSamples.Write(made, marks)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Read_OwnDocument_GivesBackWhatTheDraftSays()
    {
        var draft = UnitSamples.Whole(UnitSamples.Department, 40, out var marks);
        draft.Heading.Reference = "7/KH-SNV";
        draft.Heading.Date = new DateOnly(2026, 2, 3);
        draft.Tasks[2].When = null;
        (draft.Tasks[2].From, draft.Tasks[2].To) = (null, new DateOnly(2026, 5, 15));
        (draft.Tasks[3].When, draft.Tasks[3].To) = ("Quý II/2026", new DateOnly(2026, 5, 20));

        var read = UnitSamples.Read(UnitSamples.Write(draft, marks));

        read.Document.ShouldSatisfyAllConditions(
            heading => heading.Kind.ShouldBe("Kế hoạch"),
            heading => heading.Reference.ShouldBe("07/KH-SNV"),
            heading => heading.Issuer.ShouldBe("Sở Nội vụ"),
            heading => heading.Subject.ShouldBe("Tuyên truyền cải cách hành chính năm 2026 của Sở Nội vụ"),
            heading => heading.Date.ShouldBe(new DateOnly(2026, 2, 3)));
        read.LegalBases.Select(basis => basis.Reference).ShouldBe(["15/KH-UBND"]);
        read.Tasks.Select(task => task.Content).ShouldBe(draft.Tasks.Select(task => task.Content!));
        read.Tasks.Select(task => task.Timeframe?.To).ShouldBe(draft.Tasks.Select(task => task.To));
        read.Tasks.Select(task => task.Product).Distinct().ShouldBe(["Chuyên mục"]);
        read.Purposes.Count.ShouldBe(1);
        read.Requirements.Count.ShouldBe(2);
        read.Topics.Count.ShouldBe(1);
        read.Reporting.Count.ShouldBe(1);
        read.Budget.ShouldNotBeNull();
    }

    [Fact]
    public void Compose_WhatIsRemovedOrEmpty_IsNotPrinted()
    {
        var draft = UnitSamples.Whole(UnitSamples.Commune, 3, out var marks);
        draft.Texts.ForEach(text => text.Removed = text.Kind == PlanTextKind.Topic);
        draft.Tasks[1].Removed = true;
        draft.Tasks.ForEach(task => (task.Estimate, task.Product) = (null, null));

        var read = UnitSamples.Read(UnitSamples.Write(draft, marks));

        read.Topics.ShouldBeEmpty();
        read.Tasks.Count.ShouldBe(2);
        read.Sections.Select(section => section.Title).ShouldNotContain("NỘI DUNG TUYÊN TRUYỀN");
        read.Sections.Select(section => section.Number).ShouldBe(Enumerable.Range(1, read.Sections.Count).Select(Numerals.ToRoman));
    }

    [OfficeFact]
    public void Print_TwoHundredTasks_RepeatsTheHeadingRowAndNumbersThePages()
    {
        var draft = UnitSamples.Whole(UnitSamples.Commune, 200, out var marks);
        draft.Tasks[7].Content = new string('x', 300) + " " + draft.Tasks[7].Content;

        var pages = Print(UnitSamples.Write(draft, marks));

        var annex = pages.FindIndex(page => page.TrimStart().StartsWith("Phụ lục", StringComparison.Ordinal));
        annex.ShouldBeGreaterThan(0);
        FirstLine(pages[0]).ShouldNotBe("1");
        FirstLine(pages[1]).ShouldBe("2");
        pages.Skip(annex).Count(page => page.Contains("Nội dung công việc", StringComparison.Ordinal)).ShouldBe(pages.Count - annex);
        pages[^1].ShouldContain("Tổng dự toán");
    }

    [Theory]
    [InlineData("Ủy ban nhân dân xã Tân Lập", AgencyKind.PeoplesCommittee, "KH-UBND", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Tân Lập", "Tuyên truyền cải cách hành chính năm 2026 trên địa bàn xã Tân Lập")]
    [InlineData("Sở Văn hóa, Thể thao và Du lịch tỉnh Thanh Giang", AgencyKind.Department, "KH-SVHTTDL", null, "GIÁM ĐỐC", "Thanh Giang", "Tuyên truyền cải cách hành chính năm 2026 của Sở Văn hóa, Thể thao và Du lịch")]
    [InlineData("Thanh tra tỉnh Thanh Giang", AgencyKind.Department, "KH-TT", null, "CHÁNH THANH TRA", "Thanh Giang", "Tuyên truyền cải cách hành chính năm 2026 của Thanh tra tỉnh")]
    [InlineData("Văn phòng Ủy ban nhân dân tỉnh Thanh Giang", AgencyKind.CommitteeOffice, "KH-VPUBND", null, "CHÁNH VĂN PHÒNG", "Thanh Giang", "Tuyên truyền cải cách hành chính năm 2026 của Văn phòng Ủy ban nhân dân tỉnh")]
    [InlineData("Sở Lao động - Thương binh và Xã hội tỉnh Thanh Giang", AgencyKind.Department, "KH-SLĐTBXH", null, "GIÁM ĐỐC", "Thanh Giang", "Tuyên truyền cải cách hành chính năm 2026 của Sở Lao động - Thương binh và Xã hội")]
    [InlineData("Báo Thanh Giang", AgencyKind.Media, "KH-BTG", null, "TỔNG BIÊN TẬP", "Thanh Giang", "Tuyên truyền cải cách hành chính năm 2026 của Báo Thanh Giang")]
    internal void Heading_OfAnAgency_IsWhatItsDocumentsSay(string name, AgencyKind kind, string symbol, string? authority, string title, string place, string subject)
    {
        var heading = UnitHeading.Of(UnitSamples.Ref(name, kind, AgencyLevel.Province), [UnitSamples.Province], UnitSamples.Parent());

        (heading.Symbol, heading.Authority, heading.Title, heading.Place, heading.Subject).ShouldBe((symbol, authority, title, place, subject));
        (heading.Superior is null).ShouldBe(kind == AgencyKind.PeoplesCommittee);
        UnitHeading.BasisOn(UnitSamples.Parent()).ShouldBe("Căn cứ Kế hoạch số 15/KH-UBND ngày 20 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Thanh Giang về tuyên truyền cải cách hành chính năm 2026 trên địa bàn tỉnh Thanh Giang");
    }

    private static string Deviations(byte[] docx) =>
        string.Join(" / ", FormatChecker.Check(new MemoryStream(docx)).Deviations.Select(deviation => $"{deviation.English} [{deviation.Excerpt}]"));

    private static string FirstLine(string page) => page.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[0];

    private static List<string> Print(byte[] docx)
    {
        var folder = Directory.CreateTempSubdirectory("loa-unit-");
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, "plan.docx"), docx);
            Run(folder.FullName, "soffice", "--headless", $"-env:UserInstallation=file://{folder.FullName}/profile", "--convert-to", "pdf", "plan.docx");
            return [.. Run(folder.FullName, "pdftotext", "-layout", "plan.pdf", "-").Split('\f', StringSplitOptions.RemoveEmptyEntries)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Run(string folder, string program, params string[] arguments)
    {
        var info = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(info)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, output);
        return output;
    }
}

/// <summary>Skipped, with the reason, where LibreOffice or Poppler is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OfficeFactAttribute : FactAttribute
{
    public OfficeFactAttribute()
    {
        foreach (var program in (string[])["soffice", "pdftotext"])
        {
            if (!Array.Exists((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'), folder => File.Exists(Path.Combine(folder, program))))
                Skip = $"{program} is not installed.";
        }
    }
}
