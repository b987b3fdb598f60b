using System.Text.Json;
using System.Text.Json.Serialization;

namespace Loa.Documents.Plans;

// The closed lists of the contract. Numbers are stored in databases: never renumber.

[JsonConverter(typeof(KebabCase<TaskOrigin>))]
public enum TaskOrigin
{
    Annex = 1,
    Text = 2,
}

[JsonConverter(typeof(KebabCase<TimeframeKind>))]
public enum TimeframeKind
{
    Continuous = 1,
    Period = 2,
    Deadline = 3,
    Recurring = 4,
    Conditional = 5,
    Text = 6,
}

[JsonConverter(typeof(KebabCase<ReportingPeriodKind>))]
public enum ReportingPeriodKind
{
    Month = 1,
    Quarter = 2,
    HalfYear = 3,
    NineMonth = 4,
    Year = 5,
    Other = 6,
}

[JsonConverter(typeof(CamelCase<TargetComparison>))]
public enum TargetComparison
{
    AtLeast = 1,
    MoreThan = 2,
    AtMost = 3,
    LessThan = 4,
    Exactly = 5,
}

/// <summary>Forms of communication (hình thức tuyên truyền) that plans name and activities are counted by.</summary>
[JsonConverter(typeof(KebabCase<CommunicationForm>))]
public enum CommunicationForm
{
    Conference = 1,
    Seminar = 2,
    Dialogue = 3,
    Training = 4,
    Meeting = 5,
    ThematicSession = 6,
    LawDay = 7,
    HamletMeeting = 8,
    ReportersConference = 9,
    CitizenReception = 10,
    Broadcast = 11,
    Loudspeaker = 12,
    MobileVan = 13,
    News = 14,
    Article = 15,
    Reportage = 16,
    Column = 17,
    Bulletin = 18,
    Portal = 19,
    Social = 20,
    PressSupply = 21,
    Banner = 22,
    Poster = 23,
    Leaflet = 24,
    Handbook = 25,
    Stage = 26,
    LiveContest = 27,
    OnlineContest = 28,
    Directive = 29,
    StudyVisit = 30,
    Other = 31,
}

internal sealed class KebabCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;

internal sealed class CamelCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
