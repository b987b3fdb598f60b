using FsCheck;
using FsCheck.Fluent;
using Loa.Documents.Tests.Support;
using Loa.Documents.Vietnamese;

namespace Loa.Documents.Tests.Vietnamese;

public sealed class UnitPlanDemandTests
{
    private static readonly ProgrammeYears Years = new(2024, 2024);

    [Theory]
    [InlineData("Các sở, ban, ngành, UBND cấp huyện, cấp xã căn cứ Kế hoạch này, xây dựng, ban hành kế hoạch tuyên truyền cải cách hành chính của cơ quan, đơn vị, địa phương, gửi về Sở Nội vụ trước ngày 15/02/2024.", null, "2024-02-15")]
    [InlineData("Ban hành kế hoạch tuyên truyền CCHC năm 2024 của đơn vị trong tháng 01.", null, "2024-01-31")]
    [InlineData("Xây dựng và ban hành Kế hoạch truyền thông của cơ quan, đơn vị mình, hoàn thành trước ngày 20/02.", null, "2024-02-20")]
    [InlineData("Trước ngày 31/01/2024, các cơ quan, địa phương ban hành kế hoạch thực hiện của từng cơ quan, địa phương.", null, "2024-01-31")]
    [InlineData("Căn cứ Kế hoạch này, Thủ trưởng các cơ quan, đơn vị lập kế hoạch cụ thể để triển khai thực hiện. Kế hoạch gửi về Sở Nội vụ chậm nhất ngày 10/02/2024.", null, "2024-02-10")]
    [InlineData("Xây dựng kế hoạch của đơn vị trong thời hạn 15 ngày kể từ ngày ban hành Kế hoạch này.", null, "2024-02-04")]
    [InlineData("Cụ thể hóa thành kế hoạch của ngành, địa phương; gửi Sở Nội vụ trước ngày 05/02/2024; báo cáo kết quả trước ngày 15/12/2024.", null, "2024-02-05")]
    [InlineData("Xây dựng kế hoạch tuyên truyền của cơ quan, báo cáo kết quả thực hiện trước ngày 15/12/2024.", null, null)]
    // Wording of real plans.
    [InlineData("Căn cứ nội dung Kế hoạch này, xây dựng Kế hoạch tuyên truyền cải cách hành chính của đơn vị mình và chỉ đạo triển khai trong phạm vi các cơ quan, đơn vị, địa phương mình quản lý.", null, null)]
    [InlineData("UBND xã, phường xây dựng kế hoạch tuyên truyền về CCHC, nâng cao chất lượng thực hiện các nội dung tuyên truyền trên loa truyền thanh không dây.", null, null)]
    [InlineData("Xây dựng kế hoạch tuyên truyền về CCHC, nâng cao chất lượng tuyên truyền trên loa.", "UBND các xã, phường", null)]
    public void Find_AsksForPlansOfUnits_WithTheDayItNames(string text, string? subject, string? due)
    {
        var found = UnitPlanDemands.Find(text, subject, Years, new DateOnly(2024, 1, 20)).ShouldNotBeNull();

        found.DueOn.ShouldBe(due is null ? null : DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("Sở Y tế xây dựng Kế hoạch tuyên truyền cải cách hành chính năm 2024 với các nội dung sau:", null)]
    [InlineData("UBND thành phố xây dựng Kế hoạch tuyên truyền cải cách hành chính năm 2020 như sau:", null)]
    [InlineData("Ban hành kèm theo Quyết định này “Kế hoạch tuyên truyền cải cách hành chính năm 2014 trên địa bàn tỉnh Cà Mau”", null)]
    [InlineData("Theo dõi, đôn đốc, kiểm tra việc xây dựng kế hoạch của các cơ quan, đơn vị.", null)]
    [InlineData("Xây dựng kế hoạch tổ chức Hội thi tìm hiểu cải cách hành chính", "Sở Nội vụ")]
    [InlineData("Tham mưu UBND tỉnh ban hành Kế hoạch tuyên truyền cải cách hành chính năm 2025", "Sở Nội vụ")]
    [InlineData("Tổ chức thực hiện nghiêm túc Kế hoạch này; báo cáo kết quả trước ngày 15/12/2024.", "Các sở, ban, ngành")]
    [InlineData("Các phòng chuyên môn, đơn vị thuộc Sở chủ động xây dựng và tổ chức thực hiện tuyên truyền, phổ biến về công tác cải cách hành chính.", null)]
    public void Find_OtherPlansAndPreambles_AskForNothing(string text, string? subject) =>
        UnitPlanDemands.Find(text, subject, Years, new DateOnly(2024, 1, 20)).ShouldBeNull();

    [Fact]
    public void First_ADayFurtherDown_IsPreferredToNone() =>
        UnitPlanDemands.First([("Ban hành kế hoạch của đơn vị.", null), ("Xây dựng kế hoạch của địa phương trước ngày 01/3/2024.", null)], Years, null)!.DueOn.ShouldBe(new DateOnly(2024, 3, 1));

    /// <summary>Whoever is spoken to, whatever the verb, however the day is written: it is found, and the day is that day.</summary>
    [Fact]
    public void Find_ComposedDemands_AreFoundWithTheirDay()
    {
        var demands =
            from subject in Gen.Elements("Các sở, ban, ngành cấp tỉnh", "UBND các xã, phường", "Thủ trưởng các cơ quan, đơn vị", "Chủ tịch UBND các huyện, thành phố, thị xã")
            from basis in Gen.Elements("", " căn cứ Kế hoạch này,", " trên cơ sở nội dung Kế hoạch này")
            from verb in Gen.Elements(" xây dựng", " ban hành", " xây dựng, ban hành", " lập", " xây dựng và ban hành")
            from what in Gen.Elements(" kế hoạch", " Kế hoạch tuyên truyền cải cách hành chính", " kế hoạch cụ thể")
            from whose in Gen.Elements(" của cơ quan, đơn vị, địa phương", " của đơn vị mình", " tại cơ quan, đơn vị", " của ngành, địa phương mình")
            from day in Gen.Choose(0, 300)
            from form in Gen.Elements(" trước ngày {0:dd/MM/yyyy}", " chậm nhất ngày {0:dd/MM/yyyy}", ", gửi về Sở Nội vụ trước ngày {0:d/M/yyyy}", "; gửi về Sở Nội vụ trước ngày {0:dd/MM/yyyy}")
            let date = new DateOnly(2024, 2, 1).AddDays(day)
            select (Text: $"{subject}{basis}{verb}{what}{whose}{string.Format(System.Globalization.CultureInfo.InvariantCulture, form, date)}.", Date: date);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(demands.ToArbitrary(), demand => UnitPlanDemands.Find(demand.Text, null, Years)?.DueOn == demand.Date));
    }

    [SharedPlanFact]
    public void Find_SamplePlans_OnlyThoseThatAskForPlansOfUnits()
    {
        string[] asking = [.. SharedPlans.Names.Where(name => File.ReadLines(SharedPlans.PathOf(name + ".txt")).Any(line => UnitPlanDemands.Find(line) is not null))];

        asking.ShouldBe(["camau-tinh-2014", "laichau-tp-2020"], ignoreOrder: true);
    }
}
