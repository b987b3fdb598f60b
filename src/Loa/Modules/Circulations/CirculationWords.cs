using Microsoft.Extensions.Localization;

namespace Loa.Modules.Circulations;

/// <summary>The closed lists of this module in words.</summary>
internal static class CirculationWords
{
    public static string Of(IStringLocalizer words, DirectForm form) => form switch
    {
        DirectForm.Meeting => words["Họp, hội nghị"],
        DirectForm.Posting => words["Niêm yết tại cơ quan"],
        DirectForm.Copies => words["Sao gửi văn bản giấy"],
        DirectForm.Other => words["Hình thức khác"],
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, null),
    };
}
