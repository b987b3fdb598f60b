using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;

namespace Loa.Documents.Tests.Vietnamese;

public sealed class TargetsTests
{
    [Theory]
    [InlineData("100% TTHC được niêm yết đúng quy định.", 100, "%", TargetComparison.Exactly)]
    [InlineData("Tỷ lệ hồ sơ trả kết quả qua bưu chính đạt trên 90%.", 90, "%", TargetComparison.MoreThan)]
    [InlineData("Tối thiểu 80% hồ sơ được nộp trực tuyến.", 80, "%", TargetComparison.AtLeast)]
    [InlineData("Mức độ hài lòng đạt 95,5% trở lên.", 95.5, "%", TargetComparison.AtLeast)]
    [InlineData("Tỷ lệ hồ sơ trễ hẹn không quá 2%.", 2, "%", TargetComparison.AtMost)]
    [InlineData("Tỷ lệ trễ hẹn giảm xuống dưới 5 %.", 5, "%", TargetComparison.LessThan)]
    [InlineData("Phấn đấu ≥ 85% người dân biết đến dịch vụ.", 85, "%", TargetComparison.AtLeast)]
    [InlineData("Xây dựng ít nhất 12 chuyên mục trong năm.", 12, "chuyên mục", TargetComparison.AtLeast)]
    public void Read_MeasurablePromise_IsRead(string sentence, double value, string unit, TargetComparison comparison)
    {
        var target = Targets.Read(sentence).ShouldNotBeNull().Value;
        target.Value.ShouldBe((decimal)value);
        target.Unit.ShouldBe(unit);
        target.Comparison.ShouldBe(comparison);
    }

    [Theory]
    [InlineData("Tăng cường thời lượng tin bài trên cổng thông tin điện tử.")]
    [InlineData("Dịch vụ công trực tuyến mức độ 3, mức độ 4.")]
    [InlineData("Thực hiện Quyết định số 06/QĐ-TTg ngày 06/01/2022.")]
    public void Read_NoNumberPromised_IsNull(string sentence) => Targets.Read(sentence).ShouldBeNull();
}
