using Loa.Documents.Plans;
using Loa.Platform;
using Loa.Platform.Ui;

namespace Loa.Modules.Activities;

/// <summary>What a person says of an activity, in a form or a row of a sheet; judged and taken over in one place.</summary>
internal sealed class ActivityInput
{
    public CommunicationForm Form { get; set; }

    /// <summary>Null: the agency one works for.</summary>
    public Guid? AgencyId { get; set; }

    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }

    public string? Title { get; set; }

    public string? Description { get; set; }

    public bool IsIntegrated { get; set; }

    public string? IntegratedInto { get; set; }

    public string? Channel { get; set; }

    [TypedNumber]
    public int? Times { get; set; }

    [TypedNumber]
    public int? Minutes { get; set; }

    public bool IsPrimeTime { get; set; }

    [TypedNumber]
    public int? Copies { get; set; }

    [TypedNumber]
    public int? People { get; set; }

    public ReachMethod? PeopleBy { get; set; }

    public List<AudienceGroup> Audiences { get; set; } = [];

    [TypedNumber]
    public long? Cost { get; set; }

    public FundingSource? Funding { get; set; }

    public string? Places { get; set; }

    public string? InCharge { get; set; }

    public List<Guid> Tasks { get; set; } = [];

    public List<Guid> Topics { get; set; } = [];

    public FormKind Kind => FormCatalogue.Of(Form);

    public static ActivityInput Of(Activity activity, string? channel) => new()
    {
        Form = activity.Form,
        AgencyId = activity.AgencyId,
        StartsOn = activity.StartsOn,
        EndsOn = activity.EndsOn == activity.StartsOn ? null : activity.EndsOn,
        Title = activity.Title,
        Description = activity.Description,
        IsIntegrated = activity.IsIntegrated,
        IntegratedInto = activity.IntegratedInto,
        Channel = channel,
        Times = activity.Times,
        Minutes = activity.Minutes,
        IsPrimeTime = activity.IsPrimeTime,
        Copies = activity.Copies,
        People = activity.People,
        PeopleBy = activity.PeopleBy,
        Audiences = activity.Audiences,
        Cost = activity.Cost,
        Funding = activity.Funding,
        Places = activity.Places,
        InCharge = activity.InCharge,
        Tasks = [.. activity.Tasks.Select(task => task.PlanTaskId)],
        Topics = [.. activity.Topics.Select(topic => topic.PlanTextId)],
    };

    /// <summary>The same once more, on one day; what it serves stays as far as the agency still can.</summary>
    public static ActivityInput Again(Activity activity, string? channel, DateOnly on)
    {
        var input = Of(activity, channel);
        (input.StartsOn, input.EndsOn) = (on, null);
        return input;
    }

    /// <summary>What is missing or cannot be so: the property's name, and a key of the localizer that says what to do.</summary>
    public IEnumerable<(string Field, string Problem)> Problems(DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(Title))
            yield return (nameof(Title), "Hãy ghi tên hoặc nội dung hoạt động.");
        else if (Title.Trim().Length > Activity.TitleMaxLength)
            yield return (nameof(Title), "Tên hoạt động quá dài.");
        if (StartsOn is null)
            yield return (nameof(StartsOn), "Hãy ghi ngày thực hiện.");
        else if (StartsOn > today)
            yield return (nameof(StartsOn), "Ngày này chưa tới; chỉ ghi việc đã làm.");
        if (EndsOn < StartsOn)
            yield return (nameof(EndsOn), "Ngày kết thúc phải từ ngày bắt đầu trở đi.");
        if (Times is < 1 or > Activity.TimesMost)
            yield return (nameof(Times), "Hãy nhập số từ 1 đến 100.000.");
        if (Minutes is < 1 or > Activity.MinutesMost)
            yield return (nameof(Minutes), "Hãy nhập số phút từ 1 đến 1.440.");
        if (People is < 0 or > Activity.PeopleMost)
            yield return (nameof(People), "Hãy nhập số người từ 0 đến 200.000.000.");
        if (People > 0 && PeopleBy is null)
            yield return (nameof(PeopleBy), "Hãy chọn cách đếm số người.");
        if (Copies is < 0 or > Activity.PeopleMost)
            yield return (nameof(Copies), "Hãy nhập số bản từ 0 đến 200.000.000.");
        if (Cost is < 0 or > NumberText.MoneyMost)
            yield return (nameof(Cost), "Hãy nhập số tiền từ 0 trở lên.");
        if (IsIntegrated && Kind.Asks(ActivityFields.Integrated) && string.IsNullOrWhiteSpace(IntegratedInto))
            yield return (nameof(IntegratedInto), "Hãy ghi lồng ghép vào hoạt động nào.");
        foreach (var (field, text, most) in new[] { (nameof(Description), Description, Activity.TextMaxLength), (nameof(IntegratedInto), IntegratedInto, Activity.ShortMaxLength), (nameof(Places), Places, Activity.ShortMaxLength), (nameof(InCharge), InCharge, Activity.ShortMaxLength), (nameof(Channel), Channel, Activities.Channel.NameMaxLength) })
        {
            if (text?.Trim().Length > most)
                yield return (field, "Nội dung quá dài.");
        }
    }

    /// <summary>Takes over what the form asks for; what it does not ask for is emptied, so that a changed form leaves nothing behind.</summary>
    public void ApplyTo(Activity activity, Guid? channelId)
    {
        var kind = Kind;
        activity.Form = Form;
        activity.HeldOn(StartsOn!.Value, kind.Asks(ActivityFields.Span) && EndsOn is { } last ? last : StartsOn.Value);
        activity.Title = Title!.Trim();
        activity.Description = Description.OrNull();
        activity.IsIntegrated = IsIntegrated && kind.Asks(ActivityFields.Integrated);
        activity.IntegratedInto = activity.IsIntegrated ? IntegratedInto.OrNull() : null;
        activity.ChannelId = kind.Asks(ActivityFields.Channel) ? channelId : null;
        activity.Times = kind.Asks(ActivityFields.Times) ? Times ?? 1 : 1;
        activity.Minutes = kind.Asks(ActivityFields.Minutes) ? Minutes : null;
        activity.IsPrimeTime = IsPrimeTime && kind.Asks(ActivityFields.PrimeTime);
        activity.Copies = kind.Asks(ActivityFields.Copies) ? Copies : null;
        activity.People = kind.Asks(ActivityFields.People) ? People : null;
        activity.PeopleBy = activity.People is null ? null : PeopleBy;
        activity.Audiences = kind.Asks(ActivityFields.Audiences) ? [.. Audiences.Distinct().Order()] : [];
        activity.Cost = kind.Asks(ActivityFields.Cost) ? Cost : null;
        activity.Funding = kind.Asks(ActivityFields.Cost) ? Funding : null;
        activity.Places = kind.Asks(ActivityFields.Places) ? Places.OrNull() : null;
        activity.InCharge = InCharge.OrNull();
        activity.Serve(Tasks, Topics);
    }
}
