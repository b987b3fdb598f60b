using FsCheck;
using FsCheck.Fluent;
using Loa.Documents.Vietnamese;
using Loa.Modules.Plans.Import.Matching;

namespace Loa.Tests.Modules.Plans.Import;

public sealed class ClauseMatcherTests
{
    private static readonly string[] Clauses =
    [
        "Tổ chức hội nghị tập huấn công tác tuyên truyền cải cách hành chính cho cán bộ, công chức",
        "Đăng tin, bài về cải cách hành chính trên Cổng Thông tin điện tử",
        "Tuyên truyền trực quan tại Bộ phận Một cửa: băng rôn, áp phích, tờ gấp",
        "Phát thanh nội dung cải cách hành chính trên hệ thống loa truyền thanh cơ sở",
        "Tổ chức đối thoại với người dân, doanh nghiệp về thủ tục hành chính",
        "Tổ chức cuộc thi trực tuyến tìm hiểu cải cách hành chính",
        "Lồng ghép nội dung cải cách hành chính trong sinh hoạt Ngày Pháp luật hằng tháng",
        "Khảo sát mức độ hài lòng của người dân đối với sự phục vụ hành chính",
    ];

    [Theory]
    [InlineData("Tổ chức 01 lớp tập huấn tuyên truyền cải cách hành chính cho công chức xã và trưởng thôn", 0)]
    [InlineData("Viết và đăng tải tin, bài cải cách hành chính trên Trang Thông tin điện tử của xã", 1)]
    [InlineData("Treo băng rôn, đặt tờ gấp tại Bộ phận Một cửa của UBND xã", 2)]
    [InlineData("Phát bài tuyên truyền trên hệ thống loa truyền thanh của xã, mỗi tuần 02 buổi", 3)]
    [InlineData("Đối thoại trực tiếp giữa Chủ tịch UBND xã với người dân về thủ tục hành chính", 4)]
    [InlineData("Vận động cán bộ, công chức, đoàn viên tham gia cuộc thi trực tuyến tìm hiểu CCHC", 5)]
    [InlineData("Tuyên truyền cải cách hành chính trong Ngày Pháp luật hàng tháng của cơ quan", 6)]
    [InlineData("Khảo sát sự hài lòng của người dân tại Bộ phận Một cửa", 7)]
    public void Match_RewordedTask_FindsItsClauseFirst(string task, int clause)
    {
        var (matcher, ids) = Matcher(Clauses);

        var best = matcher.Match(Text(task))[0];

        best.ParentTaskId.ShouldBe(ids[clause]);
    }

    [Fact]
    public void Match_Rewordings_MostAreSureAndNoneWrongly()
    {
        var (matcher, ids) = Matcher(Clauses);
        (string Task, int Clause)[] reworded =
        [
            ("Tổ chức hội nghị tập huấn công tác tuyên truyền cải cách hành chính cho công chức của Sở", 0), ("Đăng tin, bài về cải cách hành chính trên Trang Thông tin điện tử Sở", 1),
            ("Tuyên truyền trực quan (băng rôn, áp phích) tại Bộ phận Một cửa của huyện", 2), ("Tổ chức cuộc thi trực tuyến tìm hiểu cải cách hành chính năm 2026", 5),
        ];

        reworded.ShouldAllBe(pair => matcher.Match(Text(pair.Task))[0].ParentTaskId == ids[pair.Clause]);
        reworded.Count(pair => matcher.Match(Text(pair.Task))[0].IsSure).ShouldBe(reworded.Length);
        matcher.Match(Text("Mua sắm máy tính cho Bộ phận Một cửa")).ShouldAllBe(match => !match.IsSure);
        matcher.Match(Text("Sửa chữa trụ sở làm việc")).ShouldBeEmpty();
    }

    [Fact]
    public void Match_TwoClausesInTheSameWords_HeadingAndNumberTellWhich()
    {
        MatchedText first = new(Guid.CreateVersion7(), "Viết tin, bài", "I. Báo chí", "1"), second = new(Guid.CreateVersion7(), "Viết tin, bài", "II. Mạng xã hội", "4");
        var matcher = new ClauseMatcher([first, second]);

        matcher.Match(new MatchedText(Guid.Empty, "Viết tin, bài", "II. Mạng xã hội", "4"))[0].ParentTaskId.ShouldBe(second.Id);
        matcher.Match(new MatchedText(Guid.Empty, "Viết tin, bài", "I. Báo chí", "1"))[0].ParentTaskId.ShouldBe(first.Id);
    }

    /// <summary>Whatever else there is, and however its number and heading mislead: the same words are the match.</summary>
    [Fact]
    public void Match_IdenticalText_AlwaysWins() => Check(from clauses in Texts from at in Gen.Choose(0, 1000) from number in Numbers from heading in Numbers select (clauses, at, number, heading), drawn =>
    {
        var wanted = drawn.clauses[drawn.at % drawn.clauses.Count];
        var best = new ClauseMatcher(drawn.clauses).Match(new MatchedText(Guid.Empty, wanted.Content.ToUpperInvariant(), drawn.heading, drawn.number))[0];
        return best.Score >= 1 && Folding.Fold(drawn.clauses.Single(clause => clause.Id == best.ParentTaskId).Content) == Folding.Fold(wanted.Content);
    });

    [Fact]
    public void Match_OrderOfClauses_DoesNotMatter() => Check(from clauses in Texts from task in Texts from seed in Gen.Choose(0, 10_000) select (clauses, task, seed), drawn =>
    {
        var shuffled = drawn.clauses.OrderBy(clause => HashCode.Combine(clause.Id, drawn.seed)).ToList();
        return new ClauseMatcher(drawn.clauses).Match(drawn.task[0]).SequenceEqual(new ClauseMatcher(shuffled).Match(drawn.task[0]));
    });

    [Fact]
    public void Match_Score_LiesBetweenTheBounds() => Check(from clauses in Texts from task in Texts select (clauses, task), drawn =>
        new ClauseMatcher(drawn.clauses).Match(drawn.task[0]).All(match => match.Score is >= ClauseMatcher.ShownFrom and < 1.1));

    private static readonly Gen<string?> Numbers = Gen.Elements<string?>(null, "1", "2", "3", "I. Báo chí");

    private static readonly Gen<List<MatchedText>> Texts =
        from count in Gen.Choose(1, 12)
        from texts in Gen.ListOf(from words in Gen.ListOf(Gen.Elements("tuyên", "truyền", "cải", "cách", "hành", "chính", "hội", "nghị", "loa", "xã", "tin", "bài", "một", "cửa", "tập", "huấn", "thi"), 7) select string.Join(' ', words), count)
        from number in Numbers
        select texts.Select(text => new MatchedText(Guid.CreateVersion7(), text, number, number)).ToList();

    private static void Check<T>(Gen<T> gen, Func<T, bool> holds) => Prop.ForAll(gen.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static MatchedText Text(string content) => new(Guid.Empty, content, null, null);

    private static (ClauseMatcher Matcher, Guid[] Ids) Matcher(string[] contents)
    {
        var ids = contents.Select(_ => Guid.CreateVersion7()).ToArray();
        return (new ClauseMatcher(contents.Select((content, index) => new MatchedText(ids[index], content, null, $"{index + 1}"))), ids);
    }
}
