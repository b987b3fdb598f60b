namespace Loa.Documents.Tests.Generation;

/// <summary>Lists of agencies as entries and as a typist prints them in a cell.</summary>
internal static class AgencyPhrases
{
    private static readonly string[] Single =
    [
        "Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính", "Văn phòng UBND tỉnh", "Công an tỉnh", "Tỉnh đoàn", "Báo Thanh Giang", "Hội Nông dân tỉnh",
        "Đài Phát thanh - Truyền hình tỉnh", "Trung tâm Phục vụ hành chính công - Văn phòng UBND tỉnh", "Cổng Thông tin điện tử tỉnh", "Liên đoàn Lao động tỉnh",
        "Sở Văn hóa, Thể thao và Du lịch", "Sở Nông nghiệp và Môi trường", "Ủy ban MTTQ Việt Nam tỉnh", "Chủ tịch UBND tỉnh", "Bưu điện tỉnh",
    ];

    private static readonly string[] Groups =
    [
        "Các sở, ban, ngành cấp tỉnh", "Các cơ quan, đơn vị có liên quan", "Các cơ quan, đơn vị, xã, phường có liên quan", "UBND các xã, phường",
        "Các tổ chức chính trị - xã hội tỉnh", "UBND các huyện, thành phố, thị xã",
    ];

    /// <summary>Entries and the paragraphs of the cell that prints them; <paramref name="lines"/> where a line of its own may be the only separator.</summary>
    public static (IReadOnlyList<string> Entries, IReadOnlyList<string> Cell) List(Dice dice, int most, bool lines)
    {
        var entries = dice.Some(Single, dice.Next(1, most)).ToList();
        if (dice.Chance(35))
        {
            var group = dice.Pick(Groups);
            entries.Add(char.IsLower(group[1]) && dice.Chance(50) ? char.ToLowerInvariant(group[0]) + group[1..] : group);
        }

        if (entries.Count > 1 && dice.Chance(15))
            return (entries, [.. entries.Select((entry, i) => $"- {entry}{(i == entries.Count - 1 ? "." : ";")}")]);
        if (lines && entries.Count > 1 && dice.Chance(10))
            return (entries, entries);
        var printed = Join(dice, entries);
        if (dice.Chance(15))
        {
            var ellipsis = dice.Pick("UBND cấp huyện, xã", "UBND cấp huyện, UBND cấp xã", "UBND cấp huyện, cấp xã", "UBND cấp huyện; cấp xã");
            entries.AddRange(["UBND cấp huyện", "UBND cấp xã"]);
            printed += "; " + ellipsis;
        }

        return (entries, [printed + (dice.Chance(15) ? "." : "")]);
    }

    private static string Join(Dice dice, List<string> entries)
    {
        var separator = dice.Pick(", ", "; ", ", ");
        return entries.Count > 1 && dice.Chance(20)
            ? string.Join(separator, entries.SkipLast(1)) + " và " + entries[^1]
            : string.Join(separator, entries);
    }
}
