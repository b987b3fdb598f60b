using Loa.Documents.Plans;

namespace Loa.Modules.Cadences.Define.Edit;

/// <summary>The definition of a cadence as typed; judged and taken over in one place.</summary>
internal sealed class CadenceInput
{
    public string? Text { get; set; }

    public int? Count { get; set; } = 1;

    public string? Every { get; set; } = "P1M";

    public int? MinMinutes { get; set; }

    public bool PrimeTimeOnly { get; set; }

    public bool IntegratedCounts { get; set; } = true;

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public DateOnly? DemandFrom { get; set; }

    public int? GraceDays { get; set; } = Cadence.GraceDefault;

    public List<CommunicationForm> Forms { get; set; } = [];

    /// <summary>What the person saw.</summary>
    public long Revision { get; set; }

    public static CadenceInput Of(Cadence cadence) => new()
    {
        Text = cadence.Text,
        Count = cadence.Count,
        Every = cadence.Every,
        MinMinutes = cadence.MinMinutes,
        PrimeTimeOnly = cadence.PrimeTimeOnly,
        IntegratedCounts = cadence.IntegratedCounts,
        From = cadence.From,
        To = cadence.To,
        DemandFrom = cadence.DemandFrom,
        GraceDays = cadence.GraceDays,
        Forms = cadence.Forms.ConvertAll(form => form.Form),
        Revision = cadence.Revision,
    };

    /// <summary>The property's name, and a key of the localizer that says what to do.</summary>
    public IEnumerable<(string Field, string Problem)> Problems()
    {
        if (string.IsNullOrWhiteSpace(Text) || Text.Trim().Length > Cadence.TextMaxLength)
            yield return (nameof(Text), "Hãy ghi nội dung định mức, không quá 2.000 chữ.");
        if (Count is null or < 1 or > Cadence.CountMost)
            yield return (nameof(Count), "Hãy nhập số lần từ 1 đến 1.000.");
        if (!Cadence.Lengths.Contains(Every))
            yield return (nameof(Every), "Hãy chọn độ dài của kỳ.");
        if (MinMinutes is < 1 or > Activities.Activity.MinutesMost)
            yield return (nameof(MinMinutes), "Hãy nhập số phút từ 1 đến 1.440.");
        if (Forms.Count == 0 || Forms.Exists(form => !Enum.IsDefined(form)))
            yield return (nameof(Forms), "Hãy chọn ít nhất một hình thức được tính.");
        if (From is null)
            yield return (nameof(From), "Hãy ghi ngày bắt đầu tính.");
        if (To is null || To < From)
            yield return (nameof(To), "Ngày kết thúc phải từ ngày bắt đầu trở đi.");
        else if (From is { } from && To.Value.DayNumber - from.DayNumber > 3660)
            yield return (nameof(To), "Định mức dài nhất là mười năm.");
        if (GraceDays is null or < 0 or > Cadence.GraceMost)
            yield return (nameof(GraceDays), "Hãy nhập số ngày từ 0 đến 90.");
    }

    public void ApplyTo(Cadence cadence)
    {
        cadence.Text = Text!.Trim();
        (cadence.Count, cadence.Every, cadence.MinMinutes) = (Count!.Value, Every!, MinMinutes);
        (cadence.PrimeTimeOnly, cadence.IntegratedCounts) = (PrimeTimeOnly, IntegratedCounts);
        (cadence.From, cadence.To, cadence.DemandFrom, cadence.GraceDays) = (From!.Value, To!.Value, DemandFrom ?? From.Value, GraceDays!.Value);
        cadence.Take(Forms);
    }
}
