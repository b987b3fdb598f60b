using Loa.Documents.Plans;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Activities;

/// <summary>What the fields of an activity offer.</summary>
/// <param name="Agencies">None where the agency stays as it is.</param>
internal sealed record ActivityFormChoices(IReadOnlyList<PickerOption> Agencies, IReadOnlyList<string> Channels, IReadOnlyList<ServedChoice> Tasks, IReadOnlyList<ServedChoice> Topics)
{
    public static readonly ActivityFormChoices None = new([], [], [], []);

    public static IEnumerable<SelectListItem> Methods(IStringLocalizer words) => Enum.GetValues<ReachMethod>().Select(method => new SelectListItem(words[ActivityWords.Of(method)], method.ToString())).Prepend(new SelectListItem("", ""));

    public static IEnumerable<SelectListItem> Sources(IStringLocalizer words) => Enum.GetValues<FundingSource>().Select(source => new SelectListItem(words[ActivityWords.Of(source)], source.ToString())).Prepend(new SelectListItem("", ""));
}

internal static class ActivityForms
{
    public static async Task<ActivityFormChoices> ForAsync(this ActivityChoices choices, Guid agencyId, ActivityInput input, IReadOnlyList<PickerOption> agencies, CancellationToken cancellationToken) => new(
        agencies, await choices.ChannelsAsync(agencyId, input.Form, cancellationToken), await choices.TasksAsync(agencyId, input.Tasks, cancellationToken), await choices.TopicsAsync(agencyId, input.Topics, cancellationToken));

    /// <summary>What is wrong with the input of a page (its property <c>Input</c>), beside each field.</summary>
    public static void TellProblems(this PageModel page, IStringLocalizer words, ActivityInput input, DateOnly today)
    {
        foreach (var (field, problem) in input.Problems(today))
        {
            page.ModelState.TryAddModelError($"Input.{field}", words[problem]);
        }
    }
}
