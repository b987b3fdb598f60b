using Loa.Platform;
using Loa.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports;

/// <summary>What whoever pressed "remind" is told.</summary>
internal static class RemindSaid
{
    public static Tone Tone(Reminded done) => done is { Already: false, Told: > 0, Unreached: 0 } ? Platform.Ui.Tone.Good : Platform.Ui.Tone.Info;

    public static string Of(IStringLocalizer words, Reminded done) => done switch
    {
        { Already: true } => words["Hôm nay đã nhắc {0} cơ quan; mỗi kỳ chỉ nhắc một lần trong ngày.", Formats.Number(done.Told)],
        { Told: 0, Unreached: 0 } => words["Không còn cơ quan nào chưa gửi báo cáo."],
        { Unreached: 0 } => words["Đang nhắc {0} cơ quan chưa gửi báo cáo.", Formats.Number(done.Told)],
        _ => words["Đang nhắc {0} cơ quan chưa gửi báo cáo; {1} cơ quan chưa có người lập báo cáo trong Loa nên không nhắc được.", Formats.Number(done.Told), Formats.Number(done.Unreached)],
    };
}
