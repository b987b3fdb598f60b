using FsCheck;
using FsCheck.Fluent;
using Loa.Modules.Plans;
using Loa.Modules.Plans.Amend;

namespace Loa.Tests.Modules.Plans.Amend;

public sealed class TaskMatchingTests
{
    private static readonly string[] Vocabulary = ["tổ chức", "hội nghị", "tuyên truyền", "cải cách", "hành chính", "đăng tin", "trên cổng", "năm 2024"];

    [Fact]
    public void Pair_SameNumberAndNearlyTheSameWords_CarriesOn()
    {
        var before = Tasks(("1", "Tổ chức hội nghị tập huấn công tác tuyên truyền cải cách hành chính"), ("2", "Đăng tin, bài trên Cổng Thông tin điện tử tỉnh"));
        const string Reworded = "Tổ chức 02 hội nghị tập huấn, bồi dưỡng nghiệp vụ tuyên truyền cải cách hành chính năm 2024 cho cấp xã";
        var after = Tasks(("1", Reworded), ("2", "Xây dựng chuyên mục phát thanh hằng tuần"));

        TaskMatching.Share(before[0].Content, Reworded).ShouldBeInRange(TaskMatching.NearlySame, TaskMatching.AlmostEqual);
        TaskMatching.Pair(before, after).ShouldBe(new Dictionary<Guid, Guid> { [after[0].PlanTaskId] = before[0].PlanTaskId });
        TaskMatching.Pair(before, Tasks(("7", Reworded))).ShouldBeEmpty("under another number it takes almost every word");
    }

    [Fact]
    public void Pair_RowsMovedByANewOne_AreFoundByTheirWords()
    {
        var before = Tasks(("1", "Tổ chức hội nghị tập huấn"), ("2", "Đăng tin, bài trên Cổng Thông tin điện tử tỉnh về kết quả cải cách hành chính hằng quý"));
        var after = Tasks(("1", "Ban hành văn bản chỉ đạo"), ("2", "Tổ chức  HỘI NGHỊ tập huấn"), ("3", "Đăng tin, bài trên Cổng Thông tin điện tử tỉnh về kết quả cải cách hành chính hằng tháng"));

        var pairs = TaskMatching.Pair(before, after);

        pairs.Count.ShouldBe(2);
        pairs[after[1].PlanTaskId].ShouldBe(before[0].PlanTaskId);
        pairs[after[2].PlanTaskId].ShouldBe(before[1].PlanTaskId);
    }

    [Fact]
    public void Pair_TwoRowsOfOneWording_KeepTheirPlaces()
    {
        var before = Tasks(("1", "Tuyên truyền trên báo"), ("2", "Tuyên truyền trên báo"));
        var after = Tasks(("2", "Tuyên truyền trên báo"), ("1", "Tuyên truyền trên báo"));

        var pairs = TaskMatching.Pair(before, after);

        pairs[after[0].PlanTaskId].ShouldBe(before[1].PlanTaskId);
        pairs[after[1].PlanTaskId].ShouldBe(before[0].PlanTaskId);
    }

    [Fact]
    public void Pair_AnyTwoEditions_IsOneToOneAndFindsEveryUnchangedTask()
    {
        var word = Gen.Elements(Vocabulary);
        var text = Gen.NonEmptyListOf(word).Select(words => string.Join(' ', words.Take(8)));
        var edition = Gen.ListOf(text).Select(texts => Tasks([.. texts.Take(7).Select((content, i) => ($"{i + 1}", content))]));
        Prop.ForAll(edition.Two().ToArbitrary(), editions =>
        {
            var (before, after) = (editions.Item1, editions.Item2);
            var pairs = TaskMatching.Pair(before, after);
            var same = before.Select(task => task.Content).Intersect(after.Select(task => task.Content)).Count();
            return pairs.Values.Distinct().Count() == pairs.Count && pairs.Count >= same && TaskMatching.Pair(before, before).All(pair => pair.Key == pair.Value)
                && pairs.All(pair => TaskMatching.Share(after.Single(t => t.PlanTaskId == pair.Key).Content, before.Single(t => t.PlanTaskId == pair.Value).Content) >= TaskMatching.NearlySame);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    private static List<PlanTask> Tasks(params (string Number, string Content)[] rows) =>
        [.. rows.Select((row, i) => new PlanTask { PlanTaskId = Guid.CreateVersion7(), Ordinal = i + 1, Annex = 1, Number = row.Number, Content = row.Content })];
}
