using Loa.Documents.Plans;
using Loa.Modules.Activities;

namespace Loa.Modules.Cadences.Targets;

/// <summary>How a target is measured, as typed.</summary>
internal sealed class MeasureInput
{
    public MeasureSource Source { get; set; } = MeasureSource.Manual;

    public ActivityMeasure Sum { get; set; } = ActivityMeasure.Times;

    public List<CommunicationForm> Forms { get; set; } = [];

    public List<Guid> Topics { get; set; } = [];

    public bool? Integrated { get; set; }

    public string? Figure { get; set; }

    public BaseSource Base { get; set; } = BaseSource.None;

    public string? BaseNumber { get; set; }

    public string? BaseFigure { get; set; }

    public Guid? BaseTargetId { get; set; }

    public long Revision { get; set; }

    public static MeasureInput Of(TargetMeasure measure) => new()
    {
        Source = measure.Source,
        Sum = measure.Sum,
        Forms = measure.Forms,
        Topics = measure.Topics,
        Integrated = measure.Integrated,
        Figure = measure.Figure,
        Base = measure.Base,
        BaseNumber = measure.BaseNumber is { } number ? Platform.Formats.Number(number) : null,
        BaseFigure = measure.BaseFigure,
        BaseTargetId = measure.BaseTargetId,
        Revision = measure.Revision,
    };

    /// <param name="sources">Names of figures there are.</param>
    /// <param name="targets">Other targets of the plan.</param>
    public IEnumerable<(string Field, string Problem)> Problems(IReadOnlyCollection<string> sources, IReadOnlyCollection<Guid> targets)
    {
        if (!Enum.IsDefined(Source) || (Source == MeasureSource.Figure && !sources.Contains(Figure ?? "")))
            yield return (nameof(Figure), "Hãy chọn số liệu để lấy.");
        if (!Enum.IsDefined(Sum) || (Source == MeasureSource.Activities && Topics.Count > 0 && Sum is not (ActivityMeasure.Activities or ActivityMeasure.Times)))
            yield return (nameof(Sum), "Theo nội dung tuyên truyền chỉ đếm được số hoạt động hoặc số lần.");
        if (Source == MeasureSource.Activities && Topics.Count > 0 && Forms.Count > 0)
            yield return (nameof(Forms), "Hãy chọn hình thức hoặc nội dung, không chọn cả hai.");
        if (!Enum.IsDefined(Base) || (Base == BaseSource.Number && (!TargetWords.TryRead(BaseNumber, out var number) || number is <= 0 or > TargetValue.Most)))
            yield return (nameof(BaseNumber), "Hãy nhập mẫu số lớn hơn 0.");
        if (Base == BaseSource.Figure && !sources.Contains(BaseFigure ?? ""))
            yield return (nameof(BaseFigure), "Hãy chọn số liệu để lấy.");
        if (Base == BaseSource.Target && (BaseTargetId is not { } other || !targets.Contains(other)))
            yield return (nameof(BaseTargetId), "Hãy chọn chỉ tiêu làm mẫu số.");
    }

    /// <summary>Takes over what the chosen source asks for and empties the rest.</summary>
    public void ApplyTo(TargetMeasure measure)
    {
        var isActivities = Source == MeasureSource.Activities;
        (measure.Source, measure.Sum, measure.Integrated) = (Source, Sum, isActivities ? Integrated : null);
        measure.Forms = isActivities ? [.. Forms.Where(form => Enum.IsDefined(form)).Distinct().Order()] : [];
        measure.Topics = isActivities ? [.. Topics.Distinct()] : [];
        measure.Figure = Source == MeasureSource.Figure ? Figure : null;
        measure.Base = Base;
        measure.BaseNumber = Base == BaseSource.Number && TargetWords.TryRead(BaseNumber, out var number) ? number : null;
        measure.BaseFigure = Base == BaseSource.Figure ? BaseFigure : null;
        measure.BaseTargetId = Base == BaseSource.Target ? BaseTargetId : null;
    }
}
