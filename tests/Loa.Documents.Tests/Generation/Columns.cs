namespace Loa.Documents.Tests.Generation;

internal enum ColumnRole
{
    Number = 0,
    Content = 1,
    Detail = 2,
    Lead = 3,
    Coordinating = 4,
    Product = 5,
    Time = 6,
    Note = 7,
}

/// <summary>The columns of a task table in the names and orders in use.</summary>
internal static class Columns
{
    private static readonly Dictionary<ColumnRole, string[]> Names = new()
    {
        [ColumnRole.Number] = ["TT", "STT", "Số TT", "Stt"],
        [ColumnRole.Content] =
        [
            "Nội dung công việc", "Nhiệm vụ", "Nội dung", "Nội dung nhiệm vụ", "Hoạt động", "Nội dung/hình thức tuyên truyền", "Nhiệm vụ, giải pháp", "Nội dung thực hiện",
            "NỘI DUNG CÔNG VIỆC", "Nhiệm vụ cụ thể", "Nội dung, nhiệm vụ",
        ],
        [ColumnRole.Detail] = ["Nội dung chính", "Nội dung cụ thể"],
        [ColumnRole.Lead] = ["Cơ quan chủ trì", "Đơn vị chủ trì", "Chủ trì", "Đơn vị thực hiện", "Cơ quan thực hiện", "Cơ quan, đơn vị chủ trì", "CƠ QUAN CHỦ TRÌ", "Chủ trì thực hiện"],
        [ColumnRole.Coordinating] = ["Cơ quan phối hợp", "Đơn vị phối hợp", "Phối hợp", "Cơ quan, đơn vị phối hợp", "CƠ QUAN PHỐI HỢP"],
        [ColumnRole.Product] = ["Sản phẩm", "Kết quả", "Sản phẩm, kết quả", "Sản phẩm đầu ra", "Kết quả đạt được"],
        [ColumnRole.Time] = ["Thời gian thực hiện", "Thời gian hoàn thành", "Tiến độ", "Thời hạn", "Thời gian", "THỜI GIAN THỰC HIỆN", "Tiến độ thực hiện", "Thời hạn hoàn thành"],
        [ColumnRole.Note] = ["Ghi chú"],
    };

    public static IReadOnlyList<ColumnRole> Order(Dice dice)
    {
        var detail = dice.Chance(12);
        var coordinating = dice.Chance(85);
        var product = dice.Chance(40);
        List<ColumnRole> agencies = coordinating ? [ColumnRole.Lead, ColumnRole.Coordinating] : [ColumnRole.Lead];
        List<ColumnRole> rest = dice.Next(0, 3) switch
        {
            0 or 1 => [.. agencies, ColumnRole.Time],
            2 => [ColumnRole.Time, .. agencies],
            _ => [.. agencies, ColumnRole.Time],
        };
        if (product)
            rest.Insert(dice.Next(0, 2) switch { 0 => 0, 1 => rest.IndexOf(ColumnRole.Time), _ => rest.Count }, ColumnRole.Product);
        return [ColumnRole.Number, ColumnRole.Content, .. detail ? [ColumnRole.Detail] : Array.Empty<ColumnRole>(), .. rest, .. dice.Chance(20) ? [ColumnRole.Note] : Array.Empty<ColumnRole>()];
    }

    public static string Name(Dice dice, ColumnRole role, bool beside) =>
        role == ColumnRole.Content && beside ? dice.Pick("Nhiệm vụ", "Tên nhiệm vụ", "Hoạt động") : dice.Pick(Names[role]);
}
