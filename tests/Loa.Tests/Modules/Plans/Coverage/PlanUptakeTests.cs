using FsCheck;
using FsCheck.Fluent;
using Loa.Documents.Checking;
using Loa.Documents.Writing;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Modules.Plans.Coverage.Letter;
using Loa.Modules.Plans.Import.Matching;
using Loa.Tests.Infrastructure;

namespace Loa.Tests.Modules.Plans.Coverage;

public sealed class PlanUptakeTests
{
    /// <summary>One who answered is judged by the day of the document, whenever one looks; one who has not is late from the day after; who need not never is.</summary>
    [Fact]
    public void IsLate_AnyDays_IsJudgedByTheDayOfTheDocument()
    {
        var day = Gen.Choose(0, 8).Select(days => new DateOnly(2026, 1, 1).AddDays(days));
        var drawn = from due in Gen.OneOf(day.Select(d => (DateOnly?)d), Gen.Constant((DateOnly?)null)) from made in Gen.OneOf(day.Select(d => (DateOnly?)d), Gen.Constant((DateOnly?)null)) from today in day from optional in Gen.Elements(false, true) select (due, made, today, optional);
        Prop.ForAll(drawn.ToArbitrary(), row =>
        {
            var uptake = new PlanUptake { PlanId = Guid.Empty, DueOn = row.due, IsOptional = row.optional };
            if (row.made is { } made)
                uptake.Answer(UptakeWay.Imported, made, Guid.Empty, null, default);
            bool? expected = row.optional || row.due is null ? null : row.made is not null ? row.made > row.due : row.today > row.due ? true : null;
            return uptake.IsLate(row.today) == expected && uptake.IsLate(row.today.AddDays(1)) is var tomorrow && (row.made is null || tomorrow == expected);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(600));
    }

    [Theory]
    [InlineData("15/kh-ubnd", "15/kh-ubnd", 0)]
    [InlineData("15/kh-ubnd", "51/kh-ubnd", 2)]
    [InlineData("15/kh-ubnd", "155/kh-ubnd", 1)]
    [InlineData("", "abc", 3)]
    public void Edits_CountsLettersToChange(string left, string right, int edits) => ParentPlans.Edits(left, right).ShouldBe(edits);

    [Theory]
    [InlineData(3)]
    [InlineData(60)]
    public void Letter_FewOrManyBodies_HoldsTheFormatOfTheDecree(int bodies)
    {
        var stream = new MemoryStream();
        DocumentWriter.Write(Letter(bodies), stream);
        stream.Position = 0;

        FormatChecker.Check(stream).Deviations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Tuyên truyền cải cách hành chính năm 2024", "tuyên truyền cải cách hành chính năm 2024")]
    [InlineData("Kế hoạch truyền thông năm 2024.", "truyền thông năm 2024")]
    [InlineData("Về việc tuyên truyền CCHC", "tuyên truyền CCHC")]
    [InlineData("CCHC năm 2024", "CCHC năm 2024")]
    public void Topic_GoesOnInASentence(string subject, string topic) => ReminderLetter.Topic(subject).ShouldBe(topic);

    /// <summary>LibreOffice opens it: the letter names the annex, and every body stands in the table, whose head is repeated.</summary>
    [HelperProgramFact("soffice", "pdftotext")]
    public void Letter_Printed_HasEveryBodyInItsAnnex()
    {
        var folder = Directory.CreateTempSubdirectory("loa-letter-");
        try
        {
            using (var file = File.Create(Path.Combine(folder.FullName, "don-doc.docx")))
                DocumentWriter.Write(Letter(60), file);
            Run(folder.FullName, "soffice", ["--headless", $"-env:UserInstallation=file://{folder.FullName}/profile", "--convert-to", "pdf", "don-doc.docx"]);
            var pages = Run(folder.FullName, "pdftotext", ["-layout", "don-doc.pdf", "-"]).Split('\f', StringSplitOptions.RemoveEmptyEntries);

            pages[0].ShouldContain("Các cơ quan, đơn vị có tên trong Phụ lục");
            var annex = pages.Skip(1).ToList();
            annex[0].TrimStart().ShouldStartWith("Phụ lục");
            annex.ShouldAllBe(page => page.Contains("Hạn ban", StringComparison.Ordinal));
            string.Concat(annex).Split("Ủy ban nhân dân xã Số").Length.ShouldBe(61);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Run(string folder, string program, string[] arguments)
    {
        var info = new System.Diagnostics.ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in arguments)
            info.ArgumentList.Add(argument);
        using var process = System.Diagnostics.Process.Start(info)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, output);
        return output;
    }

    [Fact]
    public void Heads_AreAddressedByTheKindOfTheirBodies_EachOnce()
    {
        ReminderLetter.Heads([(AgencyKind.PeoplesCommittee, AgencyLevel.Commune), (AgencyKind.Department, AgencyLevel.Province), (AgencyKind.PeoplesCommittee, AgencyLevel.Commune)])
            .ShouldBe("Thủ trưởng các sở, ban, ngành; Chủ tịch Ủy ban nhân dân các xã, phường, đặc khu");
        ReminderLetter.Heads([(AgencyKind.Media, AgencyLevel.Province)]).ShouldBe("Thủ trưởng các cơ quan, đơn vị");
    }

    [Theory]
    [InlineData("UBND", "VT, NC", "UBND-NC")]
    [InlineData("UBND-KSTT", "VT, NC", "UBND-KSTT")]
    [InlineData("UBND", "VT", "UBND")]
    [InlineData("UBND", null, "UBND")]
    public void Symbol_NamesTheUnitThatDraftsTheLetter(string symbol, string? archive, string printed) => LetterForm.WithUnit(symbol, archive).ShouldBe(printed);

    private static AdministrativeDocument Letter(int bodies)
    {
        var plan = new Plan { Subject = "Tuyên truyền cải cách hành chính năm 2024 trên địa bàn tỉnh Thanh Giang", Reference = "15/KH-UBND", Date = new DateOnly(2024, 1, 20) };
        var late = Enumerable.Range(1, bodies).Select(i => new LateBody($"Ủy ban nhân dân xã Số {i}", new DateOnly(2024, 2, 15), i, i % 2 == 0 ? new DateOnly(2024, 2, 20) : null)).ToList();
        return ReminderLetter.Compose(
            new LetterText
            {
                Symbol = "UBND-NC",
                Issuer = "Ủy ban nhân dân\ntỉnh Thanh Giang",
                Place = "Thanh Giang",
                Subject = $"đôn đốc ban hành kế hoạch {ReminderLetter.Topic(plan.Subject)}",
                Body = ReminderLetter.Draft(plan, "Ủy ban nhân dân tỉnh", new DateOnly(2024, 2, 15), new DateOnly(2024, 3, 1), 40, 40 + bodies, bodies, ReminderLetter.Heads([(AgencyKind.PeoplesCommittee, AgencyLevel.Commune)])).Replace(ReminderLetter.DeadlineMark, "08/3/2024", StringComparison.Ordinal),
                Authority = ["TM. Ủy ban nhân dân", "KT. Chủ tịch"],
                Title = "Phó Chủ tịch",
                Name = "Trần Thị Minh Hà",
                Recipients = ["Như trên", "Chủ tịch, các Phó Chủ tịch UBND tỉnh"],
                Archive = "VT, NC",
            },
            late,
            2024);
    }
}
