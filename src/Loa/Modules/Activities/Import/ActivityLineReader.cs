using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;
using Loa.Modules.Plans;
using Loa.Platform.Sheets;
using Loa.Platform.Ui;

namespace Loa.Modules.Activities.Import;

/// <summary>A line as the form would have been filled; what is not understood goes into the problems with the column and what to write.</summary>
internal sealed class ActivityLineReader(DateOnly today, List<RowProblem> problems)
{
    private static readonly Dictionary<string, ReachMethod> Methods = Named<ReachMethod>(ActivityWords.Of);
    private static readonly Dictionary<string, AudienceGroup> Groups = Named<AudienceGroup>(ActivityWords.Of);
    private static readonly Dictionary<string, FundingSource> Sources = Named<FundingSource>(ActivityWords.Of);
    private static readonly HashSet<string> Yes = new(StringComparer.Ordinal) { "co", "x", "1", "true", "yes", "dung" };
    private static readonly HashSet<string> No = new(StringComparer.Ordinal) { "khong", "0", "false", "no" };

    /// <summary>Agency and tasks are found elsewhere.</summary>
    /// <returns>Null where something was not understood or cannot be so.</returns>
    public ActivityInput? Read(ActivityLine line)
    {
        var before = problems.Count;
        var input = new ActivityInput
        {
            Form = Form(line) ?? CommunicationForm.Other,
            StartsOn = Date(line, ActivityColumn.StartsOn),
            EndsOn = Date(line, ActivityColumn.EndsOn),
            Title = line[ActivityColumn.Title],
            Description = line[ActivityColumn.Description],
            IntegratedInto = Folding.Fold(line[ActivityColumn.IntegratedInto] ?? "") is var folded && No.Contains(folded) ? null : line[ActivityColumn.IntegratedInto],
            Channel = line[ActivityColumn.Channel],
            Times = Number(line, ActivityColumn.Times),
            Minutes = Number(line, ActivityColumn.Minutes),
            IsPrimeTime = Flag(line, ActivityColumn.PrimeTime),
            Copies = Number(line, ActivityColumn.Copies),
            People = Number(line, ActivityColumn.People),
            PeopleBy = Choice(line, ActivityColumn.PeopleBy, Methods),
            Audiences = Several(line, ActivityColumn.Audiences, Groups),
            Cost = Money(line),
            Funding = Choice(line, ActivityColumn.Funding, Sources),
            Places = line[ActivityColumn.Places],
            InCharge = line[ActivityColumn.InCharge],
        };
        input.IsIntegrated = input.IntegratedInto is not null;
        if (problems.Count == before)
        {
            problems.AddRange(input.Problems(today).Select(problem => new RowProblem(line.Number, problem.Problem)));
        }

        return problems.Count == before ? input : null;
    }

    private CommunicationForm? Form(ActivityLine line)
    {
        if (line[ActivityColumn.Form] is not { } text)
        {
            problems.Add(new RowProblem(line.Number, "chưa có hình thức"));
            return null;
        }

        if (FormNames.TryRead(text, out var forms) && forms.Count == 1)
        {
            return forms[0];
        }

        problems.Add(new RowProblem(line.Number, "không rõ hình thức “{0}”; hãy ghi một tên trong trang “Danh mục” của tệp mẫu", text));
        return null;
    }

    private DateOnly? Date(ActivityLine line, ActivityColumn column)
    {
        if (line[column] is not { } text)
            return null;
        if (DateText.TryParse(text, today, out var date))
            return date;
        problems.Add(new RowProblem(line.Number, "cột “{0}”: không hiểu ngày “{1}”; hãy ghi như 25/05/2026", ActivityColumns.Title(column), text));
        return null;
    }

    private int? Number(ActivityLine line, ActivityColumn column)
    {
        if (!NumberText.TryWhole(line[column], out var number))
            problems.Add(new RowProblem(line.Number, "cột “{0}”: không hiểu số “{1}”; hãy ghi số nguyên như 1.234", ActivityColumns.Title(column), line[column]!));
        return number;
    }

    private long? Money(ActivityLine line)
    {
        if (!NumberText.TryMoney(line[ActivityColumn.Cost], out var money))
            problems.Add(new RowProblem(line.Number, "cột “{0}”: không hiểu số tiền “{1}”; hãy ghi như 4.500.000", ActivityColumns.Title(ActivityColumn.Cost), line[ActivityColumn.Cost]!));
        return money;
    }

    private bool Flag(ActivityLine line, ActivityColumn column)
    {
        var folded = Folding.Fold(line[column] ?? "");
        if (folded.Length > 0 && !Yes.Contains(folded) && !No.Contains(folded))
            problems.Add(new RowProblem(line.Number, "cột “{0}”: hãy ghi “có” hoặc để trống, không phải “{1}”", ActivityColumns.Title(column), line[column]!));
        return Yes.Contains(folded);
    }

    private T? Choice<T>(ActivityLine line, ActivityColumn column, Dictionary<string, T> names)
        where T : struct =>
        line[column] is { } text ? One(line, column, text, names) : null;

    private List<T> Several<T>(ActivityLine line, ActivityColumn column, Dictionary<string, T> names)
        where T : struct =>
        [.. (line[column] ?? "").Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(text => One(line, column, text, names)).OfType<T>()];

    private T? One<T>(ActivityLine line, ActivityColumn column, string text, Dictionary<string, T> names)
        where T : struct
    {
        if (names.TryGetValue(Folding.Fold(text), out var named))
            return named;
        problems.Add(new RowProblem(line.Number, "cột “{0}”: không rõ “{1}”; hãy ghi một trong: {2}", ActivityColumns.Title(column), text, string.Join("; ", names.Keys)));
        return null;
    }

    private static Dictionary<string, T> Named<T>(Func<T, string> words)
        where T : struct, Enum =>
        Enum.GetValues<T>().ToDictionary(value => Folding.Fold(words(value)), value => value, StringComparer.Ordinal);
}
