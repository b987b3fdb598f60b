using Loa.Modules.Plans;

namespace Loa.Modules.Circulations;

/// <summary>The addresses of this module.</summary>
internal static class CirculationLinks
{
    public const string Inbox = "/quan-triet";
    public const string Send = "/quan-triet/gui";
    public const string Sent = "/quan-triet/theo-doi";

    public static string SendPlan(Guid planId) => PlanLinks.Circulate(planId);

    public static string SendFile(Guid fileId) => $"{Send}?tep={fileId}";

    public static string Reading(Guid circulationId) => $"{Inbox}/{circulationId}";

    /// <summary>Opens what is to be read, and notes that the person did.</summary>
    public static string Open(Guid circulationId, bool inPlace = false) => $"{Inbox}/{circulationId}?handler=Open{(inPlace ? "&xem=true" : "")}";

    public static string Follow(Guid circulationId) => $"{Inbox}/{circulationId}/theo-doi";

    public static string People(Guid circulationId, Guid? agencyId = null) => $"{Inbox}/{circulationId}/nguoi{(agencyId is { } id ? $"?co-quan={id}" : "")}";

    public static string Agency(Guid circulationId, Guid agencyId) => $"{Inbox}/{circulationId}/co-quan/{agencyId}";
}
