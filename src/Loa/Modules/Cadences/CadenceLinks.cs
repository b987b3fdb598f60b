using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Plans;

namespace Loa.Modules.Cadences;

/// <summary>The addresses of this module.</summary>
internal static class CadenceLinks
{
    public const string Mine = "/dinh-muc";

    public static string Of(Guid agencyId) => $"{Mine}?co-quan={agencyId}";

    /// <summary>One cadence of one agency, period by period.</summary>
    public static string Item(Guid cadenceId, Guid agencyId, int? ordinal = null) => $"{Mine}/{cadenceId}?co-quan={agencyId}{(ordinal is null ? "" : $"&ky={ordinal}")}";

    public static string OfPlan(Guid planId) => $"{PlanLinks.Plan(planId)}/dinh-muc";

    public static string Board(Guid planId) => $"{OfPlan(planId)}/theo-doi";

    public static string Add(Guid planId, Guid? planCadenceId = null) => $"{OfPlan(planId)}/soan{(planCadenceId is null ? "" : $"?cau={planCadenceId}")}";

    public static string Edit(Guid planId, Guid cadenceId) => $"{OfPlan(planId)}/soan/{cadenceId}";

    public static string Targets(Guid planId) => $"{PlanLinks.Plan(planId)}/chi-tieu";

    public static string Target(Guid planId, Guid targetId) => $"{Targets(planId)}/{targetId}";

    /// <summary>The activities behind a figure.</summary>
    public static string Activities(Guid? agencyId, IReadOnlyList<CommunicationForm> forms, bool? integrated, DateOnly from, DateOnly to) => ActivityLinks.Rows(new ActivityFilter
    {
        AgencyId = agencyId,
        Alone = agencyId is not null,
        State = ActivityState.Counted,
        Forms = forms,
        Integrated = integrated,
        From = from,
        To = to,
    });
}
