using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;

namespace Loa.Documents.Tests.Generation;

/// <summary>A plan nobody has seen: what it says, and the pages that say it.</summary>
internal sealed record GeneratedPlan(int Seed, PlanContent Content, IReadOnlyList<Layout> Layout);

/// <summary>Writes a random but realistic plan from a seed.</summary>
internal static class PlanGenerator
{
    /// <param name="seed">Decides everything.</param>
    /// <param name="merges">Whether cells may be merged downwards; a format without tables cannot say so.</param>
    public static GeneratedPlan Write(int seed, bool merges)
    {
        var dice = new Dice(seed);
        var draft = new Draft { Dice = dice, Issuer = Issuer.Any(dice), Years = AnyYears(dice) };
        var decision = draft.Issuer.Lines.Count == 1 || dice.Chance(20);
        var signature = HeadingPart.Write(draft, decision);
        BasesPart.Write(draft, decision);
        var caption = Caption(draft);
        if (decision)
        {
            WriteArticles(draft);
            draft.Layout.Add(signature);
            draft.Layout.Add(new PageBreakLayout());
            draft.Print("KẾ HOẠCH", Look.CenteredBold);
            draft.Print(HeadingPart.Capital(draft.Heading.Subject!["Ban hành Kế hoạch ".Length..]), Look.CenteredBold);
            draft.Print(caption.Replace("Kèm theo", "Ban hành kèm theo", StringComparison.Ordinal), Look.CenteredItalic);
        }

        BodyPart.Write(draft);
        if (!decision)
            draft.Layout.Add(signature);
        WriteAnnexes(draft, caption, merges);
        return new(seed, draft.Content(), draft.Layout);
    }

    private static ProgrammeYears? AnyYears(Dice dice)
    {
        var year = dice.Next(2018, 2026);
        return dice.Next(0, 9) switch { 0 => null, 1 or 2 => new(year, year + dice.Pick(2, 4)), _ => new(year, year) };
    }

    private static void WriteArticles(Draft draft)
    {
        draft.Print($"Điều 1. Ban hành kèm theo Quyết định này {draft.Heading.Subject!["Ban hành ".Length..]}.");
        draft.Print("Điều 2. Chánh Văn phòng và Thủ trưởng các đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này./.");
    }

    private static void WriteAnnexes(Draft draft, string caption, bool merges)
    {
        var annexes = draft.Dice.Next(0, 9) switch { 0 or 1 => 0, 2 or 3 => 2, _ => 1 };
        for (var annex = 1; annex <= annexes; annex++)
            AnnexPart.WriteTasks(draft, annex, annexes, caption, merges);
        if (annexes == 0)
        {
            draft.Tasks.AddRange(draft.Responsibilities.SelectMany(r => r.Duties.Select(duty =>
                new PlannedTask { Origin = TaskOrigin.Text, Group = r.Agency, Content = duty, Lead = [r.Agency] })));
        }

        if (draft.Dice.Chance(20))
            AnnexPart.WriteOther(draft, caption);
        if (draft.Dice.Chance(20))
            AnnexPart.WriteOutline(draft, caption);
    }

    private static string Caption(Draft draft)
    {
        var heading = draft.Heading;
        var printed = heading.Date is { } date ? $"số {heading.Reference} ngày {date.Day:00}/{date.Month:00}/{date.Year}" : $"số      {heading.Reference} ngày     tháng     năm {draft.Years?.From ?? 2025}";
        return $"(Kèm theo {heading.Kind} {printed} của {draft.Issuer.Name})";
    }
}
