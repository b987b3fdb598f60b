using Loa.Documents.Vietnamese;
using Loa.Platform.Sheets;

namespace Loa.Modules.Activities.Import;

/// <summary>The tasks that a line names: "4" where one plan of the agency has such a number, else "12/KH-UBND: 4"; several with a semicolon between.</summary>
internal sealed class ImportedTasks(ActivityChoices choices, List<RowProblem> problems)
{
    private readonly Dictionary<Guid, ILookup<string, (Guid Id, string Plan)>> known = [];

    public async Task<List<Guid>> FindAsync(Guid agencyId, ActivityLine line, CancellationToken cancellationToken)
    {
        var found = new List<Guid>();
        foreach (var text in (line[ActivityColumn.Tasks] ?? "").Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!known.TryGetValue(agencyId, out var tasks))
            {
                known[agencyId] = tasks = (await choices.TasksAsync(agencyId, [], cancellationToken)).ToLookup(task => Folding.Fold(task.Text[..task.Text.IndexOf(". ", StringComparison.Ordinal)]), task => (task.Id, Folding.Fold(task.Group)), StringComparer.Ordinal);
            }

            var (plan, number) = text.LastIndexOf(':') is var colon and > 0 ? (Folding.Fold(text[..colon]), Folding.Fold(text[(colon + 1)..])) : ("", Folding.Fold(text));
            var fitting = tasks[number].Where(task => plan.Length == 0 || task.Plan == plan).Select(task => task.Id).Distinct().ToList();
            if (fitting.Count == 1)
            {
                found.Add(fitting[0]);
                continue;
            }

            problems.Add(fitting.Count == 0
                ? new RowProblem(line.Number, "cơ quan không được giao nhiệm vụ “{0}” đang làm; hãy ghi số thứ tự như trong kế hoạch, hoặc để trống", text)
                : new RowProblem(line.Number, "có {0} nhiệm vụ số “{1}”; hãy ghi cả số kế hoạch, như “12/KH-UBND: {1}”", fitting.Count, text));
        }

        return found;
    }
}
