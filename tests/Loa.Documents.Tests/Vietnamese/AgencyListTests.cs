using Loa.Documents.Vietnamese;

namespace Loa.Documents.Tests.Vietnamese;

/// <summary>Expected names are written with '|' between them.</summary>
public sealed class AgencyListTests
{
    [Theory]
    [InlineData("Văn phòng UBND tỉnh")]
    [InlineData("Vụ Pháp chế, Cải cách hành chính")]
    [InlineData("Trung tâm Đào tạo, Tư vấn")]
    [InlineData("Báo và PT,TH tỉnh")]
    [InlineData("VP.UBND tỉnh")]
    [InlineData("Các khu phố")]
    [InlineData("Sở Thông tin và Truyền thông")]
    [InlineData("Sở Văn hóa, Thể thao và Du lịch")]
    [InlineData("Sở Văn hoá, Thể thao và Du lịch")]
    [InlineData("Sở Lao động - Thương binh và Xã hội")]
    [InlineData("Sở Lao động, Thương binh và Xã hội")]
    [InlineData("Sở Kế hoạch và Đầu tư")]
    [InlineData("Sở Khoa học và Công nghệ")]
    [InlineData("Sở TT&TT")]
    [InlineData("Phòng Kinh tế, Hạ tầng và Đô thị")]
    [InlineData("Phòng Văn hóa - Xã hội")]
    [InlineData("Đài Phát thanh và Truyền hình tỉnh")]
    [InlineData("Đài Phát thanh - Truyền hình")]
    [InlineData("Báo và Phát thanh, Truyền hình tỉnh")]
    [InlineData("Báo và Đài Phát thanh, Truyền hình tỉnh")]
    [InlineData("Trung tâm Phục vụ hành chính công tỉnh - Văn phòng UBND tỉnh")]
    [InlineData("Trung tâm Văn hóa, Thông tin và Thể thao")]
    [InlineData("Văn phòng HĐND-UBND thành phố")]
    [InlineData("Văn phòng HĐND và UBND huyện")]
    [InlineData("Văn phòng Đoàn ĐBQH và HĐND tỉnh")]
    [InlineData("Các sở, ban, ngành cấp tỉnh")]
    [InlineData("Các Sở, Ban, Ngành cấp tỉnh")]
    [InlineData("Sở, Ban, Ngành cấp tỉnh")]
    [InlineData("Các cơ quan, đơn vị, xã, phường có liên quan")]
    [InlineData("Các cơ quan, đơn vị và địa phương")]
    [InlineData("Các phòng, ban, đơn vị thuộc UBND thành phố")]
    [InlineData("Các phòng chuyên môn, đơn vị thuộc Sở")]
    [InlineData("Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ")]
    [InlineData("UBND các huyện, thành phố, thị xã")]
    [InlineData("UBND các xã, phường")]
    [InlineData("UBND các xã, phường, thị trấn")]
    [InlineData("UBND xã, phường")]
    [InlineData("UBND huyện, thành phố, thị xã")]
    [InlineData("các tổ chức, cá nhân và chuyên gia có liên quan")]
    [InlineData("các cơ quan thông tấn, báo chí trên địa bàn tỉnh")]
    [InlineData("Bộ phận Tiếp nhận và Trả kết quả cấp xã")]
    [InlineData("Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh")]
    [InlineData("Ban Tuyên giáo và Dân vận Tỉnh ủy")]
    [InlineData("Chủ tịch UBND tỉnh")]
    [InlineData("Thủ trưởng các Ban, Ngành cấp tỉnh")]
    [InlineData("Phòng Nội vụ (bộ phận cải cách hành chính, kiểm soát thủ tục)")]
    [InlineData("Cán bộ, công chức, viên chức")]
    public void ReadList_OneName_StaysOne(string cell) => Names(cell).ShouldBe([cell]);

    [Theory]
    [InlineData("Sở Tư pháp, các Sở, ban, ngành cấp tỉnh; UBND cấp huyện, cấp xã", "Sở Tư pháp|các Sở, ban, ngành cấp tỉnh|UBND cấp huyện|UBND cấp xã")]
    [InlineData("Ủy Ban MTTQ và các tổ chức chính trị - xã hội tỉnh", "Ủy Ban MTTQ|các tổ chức chính trị - xã hội tỉnh")]
    [InlineData("Công an tỉnh; Văn phòng UBND tỉnh, Sở Thông tin và Truyền thông.", "Công an tỉnh|Văn phòng UBND tỉnh|Sở Thông tin và Truyền thông")]
    [InlineData("Văn phòng UBND tỉnh, các Sở, ban, ngành có liên quan", "Văn phòng UBND tỉnh|các Sở, ban, ngành có liên quan")]
    [InlineData("- Các Sở, ban, ngành cấp tỉnh;\n- Báo Thanh Giang; Đài Phát thanh - Truyền hình tỉnh;\n- UBND cấp huyện, xã.",
        "Các Sở, ban, ngành cấp tỉnh|Báo Thanh Giang|Đài Phát thanh - Truyền hình tỉnh|UBND cấp huyện|UBND cấp xã")]
    [InlineData("Sở Nội vụ, Tỉnh đoàn, Sở Nội vụ", "Sở Nội vụ|Tỉnh đoàn")]
    [InlineData("UBND cấp huyện; cấp xã", "UBND cấp huyện|UBND cấp xã")]
    [InlineData("UBND cấp tỉnh, huyện, xã", "UBND cấp tỉnh|UBND cấp huyện|UBND cấp xã")]
    [InlineData("UBND cấp huyện và cấp xã", "UBND cấp huyện|UBND cấp xã")]
    [InlineData("UBND cấp huyện và xã", "UBND cấp huyện|UBND cấp xã")]
    [InlineData("UBND huyện, xã", "UBND huyện|UBND xã")]
    [InlineData("Chủ tịch UBND tỉnh; Giám đốc các Sở, Thủ trưởng các Ban, Ngành cấp tỉnh; Chủ tịch UBND cấp huyện, xã",
        "Chủ tịch UBND tỉnh|Giám đốc các Sở|Thủ trưởng các Ban, Ngành cấp tỉnh|Chủ tịch UBND cấp huyện|Chủ tịch UBND cấp xã")]
    [InlineData("Văn phòng UBND tỉnh; các tổ chức, cá nhân và chuyên gia có liên quan", "Văn phòng UBND tỉnh|các tổ chức, cá nhân và chuyên gia có liên quan")]
    [InlineData("Sở Nội vụ và Sở Tư pháp", "Sở Nội vụ|Sở Tư pháp")]
    [InlineData("Sở Thông tin và Truyền thông và Sở Nội vụ", "Sở Thông tin và Truyền thông|Sở Nội vụ")]
    [InlineData("Sở Nội vụ, Tư pháp", "Sở Nội vụ|Sở Tư pháp")]
    [InlineData("Sở Nội vụ và Tư pháp", "Sở Nội vụ|Sở Tư pháp")]
    [InlineData("Các sở: Nội vụ, Tư pháp, Tài chính", "Sở Nội vụ|Sở Tư pháp|Sở Tài chính")]
    [InlineData("Các Sở: Nội vụ, Thông tin và Truyền thông, Văn hóa, Thể thao và Du lịch và Công Thương; UBND cấp huyện",
        "Sở Nội vụ|Sở Thông tin và Truyền thông|Sở Văn hóa, Thể thao và Du lịch|Sở Công Thương|UBND cấp huyện")]
    [InlineData("Các sở Nội vụ, Tư pháp", "Sở Nội vụ|Sở Tư pháp")]
    [InlineData("Các sở, ngành: Nội vụ, Tư pháp, Công an tỉnh", "Sở Nội vụ|Sở Tư pháp|Công an tỉnh")]
    [InlineData("Sở Nội vụ, Công an tỉnh", "Sở Nội vụ|Công an tỉnh")]
    [InlineData("Các sở, ban, ngành, UBND cấp huyện", "Các sở, ban, ngành|UBND cấp huyện")]
    [InlineData("Các sở, ban, ngành tỉnh, Sở Nội vụ", "Các sở, ban, ngành tỉnh|Sở Nội vụ")]
    [InlineData("Các sở, ban, ngành cấp tỉnh, cơ quan báo chí", "Các sở, ban, ngành cấp tỉnh|cơ quan báo chí")]
    [InlineData("Các sở, ban, ngành, địa phương và các cơ quan liên quan", "Các sở, ban, ngành, địa phương|các cơ quan liên quan")]
    [InlineData("Phối hợp với Sở Tư pháp", "Sở Tư pháp")]
    [InlineData("Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp", "Sở Nội vụ|Sở Tư pháp")]
    [InlineData("Cơ quan chủ trì: Sở Nội vụ", "Sở Nội vụ")]
    [InlineData("Sở Nội vụ/Phòng Nội vụ", "Sở Nội vụ|Phòng Nội vụ")]
    [InlineData("1. Sở Nội vụ\n2. Sở Tư pháp", "Sở Nội vụ|Sở Tư pháp")]
    [InlineData("Sở Nội vụ\nVăn phòng UBND tỉnh", "Sở Nội vụ|Văn phòng UBND tỉnh")]
    [InlineData("Trung tâm Phục vụ\nhành chính công tỉnh", "Trung tâm Phục vụ hành chính công tỉnh")]
    [InlineData("Liên đoàn Lao động tỉnh; Tỉnh đoàn, Sở\nNội vụ", "Liên đoàn Lao động tỉnh|Tỉnh đoàn|Sở Nội vụ")]
    [InlineData("Hội Phụ nữ, Nông dân, Cựu chiến binh", "Hội Phụ nữ|Hội Nông dân|Hội Cựu chiến binh")]
    [InlineData("Hội Liên hiệp Phụ nữ tỉnh, Hội Nông dân tỉnh và Đoàn Thanh niên", "Hội Liên hiệp Phụ nữ tỉnh|Hội Nông dân tỉnh|Đoàn Thanh niên")]
    [InlineData("Công an tỉnh và Bộ Chỉ huy Quân sự tỉnh", "Công an tỉnh|Bộ Chỉ huy Quân sự tỉnh")]
    [InlineData("Bưu điện tỉnh, VNPT Thanh Giang, Viettel Thanh Giang", "Bưu điện tỉnh|VNPT Thanh Giang|Viettel Thanh Giang")]
    [InlineData("Đài Truyền thanh thành phố; UBND các xã, phường", "Đài Truyền thanh thành phố|UBND các xã, phường")]
    [InlineData("Sở Nội vụ, v.v...", "Sở Nội vụ")]
    [InlineData("Đảng ủy, UBND xã", "Đảng ủy|UBND xã")]
    [InlineData("UBND huyện Hà An, thành phố Thanh Giang", "UBND huyện Hà An|UBND thành phố Thanh Giang")]
    [InlineData("UBND cấp xã; thôn, tổ dân phố", "UBND cấp xã|thôn, tổ dân phố")]
    [InlineData("Trung tâm PVHCC tỉnh, cấp xã", "Trung tâm PVHCC tỉnh|Trung tâm PVHCC cấp xã")]
    [InlineData("VTV, VOV, TTXVN và các cơ quan báo chí", "VTV|VOV|TTXVN|các cơ quan báo chí")]
    [InlineData("Vụ Pháp chế, Cải cách hành chính", "Vụ Pháp chế, Cải cách hành chính")]
    [InlineData("Cục Báo chí, BIDV", "Cục Báo chí|BIDV")]
    [InlineData("Trung tâm VH-TT và TT huyện; UBND các xã", "Trung tâm VH-TT và TT huyện|UBND các xã")]
    [InlineData("Các chi, đảng bộ cơ sở", "Các chi, đảng bộ cơ sở")]
    [InlineData("- Sở Nội vụ - Báo và Đài Phát thanh - Truyền hình tỉnh", "Sở Nội vụ|Báo và Đài Phát thanh - Truyền hình tỉnh")]
    [InlineData("Viễn thông Thanh Giang, Bưu điện tỉnh", "Viễn thông Thanh Giang|Bưu điện tỉnh")]
    [InlineData("", "")]
    [InlineData("-", "")]
    public void ReadList_SplitsBetweenNames(string cell, string names) => Names(cell).ShouldBe(names.Split('|', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void ReadList_PieceWithoutHead_IsKeptAndMarked()
    {
        var entries = Agencies.ReadList("Sở Nội vụ; Như mục 1");
        entries.Select(e => e.HasHead).ShouldBe([true, false]);
        entries[1].Name.ShouldBe("Như mục 1");
    }

    [Fact]
    public void ReadList_BodiesKnownByTheirInitials_AreBodies() => Agencies.ReadList("VTV, VOV; VCCI").ShouldAllBe(e => e.HasHead);

    [Fact]
    public void ReadList_RestoredHead_PointsAtBothPlaces()
    {
        const string Cell = "UBND cấp huyện; cấp xã";
        var entry = Agencies.ReadList(Cell)[1];
        entry.Ranges.Select(r => Cell[r.Start..r.End]).ShouldBe(["UBND", "cấp xã"]);
        entry.Restored.ShouldBeTrue();
    }

    private static IEnumerable<string> Names(string cell) => Agencies.ReadList(cell).Select(e => e.Name);
}
