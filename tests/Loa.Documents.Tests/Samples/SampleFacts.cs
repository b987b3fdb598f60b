using Loa.Documents.Plans;
using static Loa.Documents.Plans.ReportingPeriodKind;

namespace Loa.Documents.Tests.Samples;

/// <summary>Short facts of one real plan, judged by a person from the contract; never its sentences.</summary>
internal sealed record SampleFacts(string Name)
{
    /// <summary>The heading as the whole document states it; of the signer only initials, since real persons stay out of the project.</summary>
    public required PlanHeading Heading { get; init; }

    /// <summary>What the text without its heading block cannot know, as it stands there.</summary>
    public required Func<PlanHeading, PlanHeading> InText { get; init; }

    public int Recipients { get; init; }
    public required string[] Bases { get; init; }
    public int Purposes { get; init; }
    public int Requirements { get; init; }
    public int Topics { get; init; }
    public int Tasks { get; init; }
    public TaskOrigin Origin { get; init; }
    public string[] Duties { get; init; } = [];
    public string[] Cadences { get; init; } = [];
    public (ReportingPeriodKind?, string?)[] Reporting { get; init; } = [];
    public int BudgetParagraphs { get; init; }
    public string[] Outline { get; init; } = [];

    public static readonly SampleFacts NgheAn = new("nghean-tinh-2024")
    {
        Heading = new()
        {
            Kind = "Kế hoạch",
            Issuer = "Ủy ban nhân dân tỉnh Nghệ An",
            Reference = "122/KH-UBND",
            Number = 122,
            Symbol = "KH-UBND",
            Place = "Nghệ An",
            Date = new(2024, 2, 21),
            Subject = "Truyền thông hoạt động kiểm soát thủ tục hành chính năm 2024 trên địa bàn tỉnh Nghệ An",
            Year = 2024,
            YearTo = 2024,
            Signer = new("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "LHV"),
        },
        InText = heading => heading,
        Recipients = 9,
        Bases =
        [
            "20/2008/NĐ-CP 2008-02-14", "63/2010/NĐ-CP 2010-06-08", "48/2013/NĐ-CP 2013-05-14", "92/2017/NĐ-CP 2017-08-07", "61/2018/NĐ-CP 2018-04-23", "45/2020/NĐ-CP 2020-04-08",
            "107/2021/NĐ-CP 2021-12-06", "02/2017/TT-VPCP 2017-10-30", "01/2018/TT-VPCP 2018-11-23",
        ],
        Purposes = 4,
        Requirements = 3,
        Tasks = 15,
        Origin = TaskOrigin.Annex,
        Cadences = ["1/P6M"],
        Reporting = [(null, null)],
        BudgetParagraphs = 3,
    };

    public static readonly SampleFacts LaiChau = new("laichau-tp-2020")
    {
        Heading = new()
        {
            Kind = "Kế hoạch",
            Issuer = "Ủy ban nhân dân thành phố Lai Châu",
            Reference = "93/KH-UBND",
            Number = 93,
            Symbol = "KH-UBND",
            Place = "Lai Châu",
            Date = new(2020, 1, 17),
            Subject = "Tuyên truyền công tác cải cách hành chính thành phố Lai Châu năm 2020",
            Year = 2020,
            YearTo = 2020,
            Signer = new("TM. ỦY BAN NHÂN DÂN", null, "CHỦ TỊCH", "LCC"),
        },
        InText = heading => heading with { Place = null, Issuer = "UBND thành phố Lai Châu" },
        Recipients = 5,
        Bases = ["33/KH-UBND 2020-01-08", "1775/KH-UBND 2017-09-21", "1876/KH-UBND 2019-09-27"],
        Purposes = 3,
        Requirements = 2,
        Topics = 5,
        Tasks = 6,
        Origin = TaskOrigin.Annex,
        Duties = ["Phòng Nội vụ 3", "Văn phòng HĐND-UBND 3", "Phòng Văn hóa và Thông tin 1", "Đài Truyền thanh thành phố 1", "request Ban Tuyên giáo Thành ủy 1"],
        Reporting = [(HalfYear, "2020-05-25"), (Year, "2020-11-20")],
        BudgetParagraphs = 1,
        Outline = ["1", "2", "3", "4"],
    };

    public static readonly SampleFacts CaMau = new("camau-tinh-2014")
    {
        Heading = new()
        {
            Kind = "Quyết định",
            Promulgates = "Kế hoạch",
            Issuer = "Ủy ban nhân dân tỉnh Cà Mau",
            Reference = "47/QĐ-UBND",
            Number = 47,
            Symbol = "QĐ-UBND",
            Place = "Cà Mau",
            Date = new(2014, 1, 14),
            Subject = "Ban hành Kế hoạch tuyên truyền cải cách hành chính năm 2014 trên địa bàn tỉnh Cà Mau",
            Year = 2014,
            YearTo = 2014,
        },
        // The caption names the chairman; which of the two the contract means is open, so the text is not held to it.
        InText = heading => heading with { Place = null, Issuer = null },
        Recipients = 8,
        Bases = [" 2003-11-26", "1332/QĐ-BNV 2012-12-24"],
        Requirements = 3,
        Topics = 9,
        Tasks = 17,
        Origin = TaskOrigin.Text,
        Duties =
        [
            "Các sở, ban, ngành tỉnh và Ủy ban nhân dân huyện, thành phố 7", "Sở Nội vụ 4", "Sở Thông tin và Truyền thông 1", "Sở Tư pháp 1", "Sở Văn hóa, Thể thao và Du lịch 1",
            "Đài Phát thanh - Truyền hình Cà Mau 1", "Cổng Thông tin điện tử tỉnh 1", "Báo Cà Mau, Báo ảnh Đất Mũi 1",
        ],
        Cadences = ["1/P1Y", "1/P1W 15", "1/P1M", "2/P1M"],
        Reporting = [(null, null), (null, null)],
        BudgetParagraphs = 2,
    };

    public static readonly SampleFacts NgoaiVu = new("hatinh-songoaivu-2022")
    {
        Heading = new()
        {
            Kind = "Kế hoạch",
            ParentIssuer = "UBND tỉnh Hà Tĩnh",
            Issuer = "Sở Ngoại vụ",
            Reference = "79/KH-SNgV",
            Number = 79,
            Symbol = "KH-SNgV",
            Place = "Hà Tĩnh",
            Date = new(2022, 1, 27),
            Subject = "Tuyên truyền cải cách hành chính năm 2022",
            Year = 2022,
            YearTo = 2022,
            Signer = new(null, null, "GIÁM ĐỐC", "TPS"),
        },
        InText = heading => heading with { ParentIssuer = null },
        Recipients = 4,
        Bases = ["523/KH-UBND 2021-12-28", "43/STTTT-TTBCXB 2022-01-12"],
        Purposes = 4,
        Requirements = 5,
        Topics = 14,
        Tasks = 2,
        Origin = TaskOrigin.Text,
        Reporting = [(Quarter, null), (HalfYear, null), (Year, null)],
        BudgetParagraphs = 1,
    };

    public static readonly SampleFacts YTe = new("hatinh-soyte-2023")
    {
        Heading = new()
        {
            Kind = "Kế hoạch",
            ParentIssuer = "UBND tỉnh Hà Tĩnh",
            Issuer = "Sở Y tế",
            Reference = "/KH-SYT",
            Symbol = "KH-SYT",
            Place = "Hà Tĩnh",
            Subject = "Tuyên truyền cải cách hành chính, Chỉ số năng lực cạnh tranh cấp tỉnh (PCI), Chỉ số đánh giá năng lực cạnh tranh các đơn vị, địa phương (DDCI) trên địa bàn tỉnh Hà Tĩnh năm 2023",
            Year = 2023,
            YearTo = 2023,
            Signer = new(null, "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "ĐCL"),
        },
        InText = heading => heading with { ParentIssuer = null },
        Recipients = 3,
        Bases = ["514/KH-UBND 2022-12-26"],
        Purposes = 4,
        Requirements = 6,
        Topics = 12,
        Tasks = 4,
        Origin = TaskOrigin.Text,
        Duties = ["Trung tâm Kiểm soát bệnh tật tỉnh 1", "Văn phòng Sở 1", "Phòng Kế hoạch - Tài chính 1", "Các đơn vị trực thuộc 1"],
        Reporting = [(Quarter, null), (HalfYear, null), (Year, null)],
    };

    public static readonly IReadOnlyList<SampleFacts> All = [NgheAn, LaiChau, CaMau, NgoaiVu, YTe];
}
