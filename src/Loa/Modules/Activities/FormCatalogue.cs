using Loa.Documents.Plans;

namespace Loa.Modules.Activities;

/// <summary>What a form of communication is asked about.</summary>
[Flags]
internal enum ActivityFields
{
    None = 0,
    Channel = 1 << 0,
    Times = 1 << 1,
    Minutes = 1 << 2,
    PrimeTime = 1 << 3,
    Copies = 1 << 4,
    People = 1 << 5,
    Audiences = 1 << 6,
    Places = 1 << 7,
    Cost = 1 << 8,
    Span = 1 << 9,
    Integrated = 1 << 10,
}

internal enum FormFamily
{
    Gathering = 1,
    OnAir = 2,
    Press = 3,
    Printed = 4,
    Contest = 5,
    Other = 6,
}

/// <param name="First">Asked at once: what a report cannot do without.</param>
/// <param name="More">Asked where one opens the rest.</param>
/// <param name="TimesWord">What <see cref="Activity.Times"/> counts, a key of the localizer.</param>
internal sealed record FormKind(CommunicationForm Form, FormFamily Family, ActivityFields First, ActivityFields More, string TimesWord)
{
    public bool Asks(ActivityFields field) => (First | More).HasFlag(field);
}

/// <summary>The forms in the order in which officers look for them, and which fields each has; nothing irrelevant is shown.</summary>
internal static class FormCatalogue
{
    private const ActivityFields People = ActivityFields.People | ActivityFields.Audiences;
    private const ActivityFields Rest = ActivityFields.Cost | ActivityFields.Span;

    private static readonly FormKind[] All =
    [
        Gathering(CommunicationForm.Conference, "Số hội nghị"),
        Gathering(CommunicationForm.Seminar, "Số cuộc"),
        Gathering(CommunicationForm.Dialogue, "Số cuộc"),
        Gathering(CommunicationForm.Training, "Số lớp"),
        Gathering(CommunicationForm.Meeting, "Số cuộc"),
        Gathering(CommunicationForm.ThematicSession, "Số buổi"),
        Gathering(CommunicationForm.LawDay, "Số buổi"),
        Gathering(CommunicationForm.HamletMeeting, "Số cuộc"),
        Gathering(CommunicationForm.ReportersConference, "Số hội nghị"),
        Gathering(CommunicationForm.CitizenReception, "Số buổi"),
        Gathering(CommunicationForm.StudyVisit, "Số chuyến"),
        OnAir(CommunicationForm.Broadcast, "Số lần phát"),
        OnAir(CommunicationForm.Loudspeaker, "Số lần phát"),
        OnAir(CommunicationForm.MobileVan, "Số buổi") with { More = Rest | ActivityFields.Places | People },
        Press(CommunicationForm.News, "Số tin"),
        Press(CommunicationForm.Article, "Số bài"),
        OnAir(CommunicationForm.Reportage, "Số lần phát") with { Family = FormFamily.Press },
        OnAir(CommunicationForm.Column, "Số kỳ") with { Family = FormFamily.Press },
        Press(CommunicationForm.Bulletin, "Số kỳ bản tin") with { First = ActivityFields.Channel | ActivityFields.Times | ActivityFields.Copies },
        Press(CommunicationForm.Portal, "Số tin, bài, văn bản"),
        Press(CommunicationForm.Social, "Số lượt đăng"),
        Press(CommunicationForm.PressSupply, "Số lần cung cấp"),
        Printed(CommunicationForm.Banner, "Số băng rôn, khẩu hiệu", ActivityFields.Times | ActivityFields.Places),
        Printed(CommunicationForm.Poster, "Số mẫu", ActivityFields.Copies | ActivityFields.Places),
        Printed(CommunicationForm.Leaflet, "Số mẫu", ActivityFields.Copies | ActivityFields.Places),
        Printed(CommunicationForm.Handbook, "Số mẫu", ActivityFields.Copies | ActivityFields.Places),
        new(CommunicationForm.Stage, FormFamily.Contest, ActivityFields.Times | ActivityFields.People | ActivityFields.Places, Rest | ActivityFields.Audiences | ActivityFields.Minutes | ActivityFields.Integrated, "Số buổi diễn"),
        new(CommunicationForm.LiveContest, FormFamily.Contest, ActivityFields.People | ActivityFields.Places | ActivityFields.Span, ActivityFields.Cost | ActivityFields.Audiences, "Số hội thi"),
        new(CommunicationForm.OnlineContest, FormFamily.Contest, ActivityFields.People | ActivityFields.Span | ActivityFields.Channel, ActivityFields.Cost | ActivityFields.Audiences, "Số cuộc thi"),
        new(CommunicationForm.Directive, FormFamily.Other, ActivityFields.Times, ActivityFields.None, "Số văn bản"),
        new(CommunicationForm.Other, FormFamily.Other, ActivityFields.Times | ActivityFields.People, Rest | ActivityFields.Audiences | ActivityFields.Places | ActivityFields.Channel | ActivityFields.Minutes | ActivityFields.Copies | ActivityFields.Integrated, "Số lần"),
    ];

    private static readonly Dictionary<CommunicationForm, FormKind> ByForm = All.ToDictionary(kind => kind.Form);

    public static IReadOnlyList<FormKind> Kinds => All;

    /// <summary>A number that no form has, as anyone can post one, asks what "other" asks.</summary>
    public static FormKind Of(CommunicationForm form) => ByForm.GetValueOrDefault(form) ?? ByForm[CommunicationForm.Other];

    private static FormKind Gathering(CommunicationForm form, string times) => new(
        form, FormFamily.Gathering, ActivityFields.People | ActivityFields.Places | ActivityFields.Integrated,
        ActivityFields.Times | ActivityFields.Minutes | ActivityFields.Audiences | Rest, times);

    private static FormKind OnAir(CommunicationForm form, string times) => new(
        form, FormFamily.OnAir, ActivityFields.Channel | ActivityFields.Times | ActivityFields.Minutes | ActivityFields.PrimeTime, Rest | People, times);

    private static FormKind Press(CommunicationForm form, string times) => new(
        form, FormFamily.Press, ActivityFields.Channel | ActivityFields.Times, Rest | People, times);

    private static FormKind Printed(CommunicationForm form, string times, ActivityFields first) => new(
        form, FormFamily.Printed, first, ActivityFields.Times | Rest | People, times);
}
