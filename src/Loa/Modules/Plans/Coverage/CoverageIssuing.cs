using Loa.Data;
using Loa.Platform;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.Coverage;

/// <summary>What the issuer does about those who must issue a plan of their own.</summary>
internal sealed partial class CoverageModel
{
    public async Task<IActionResult> OnPostRemindAsync(Guid[] agencies, bool all)
    {
        if (await NotNowAsync() is { } refusal)
        {
            return refusal;
        }

        if (!all && agencies.Length == 0)
        {
            return await RefuseAsync("", words["Hãy đánh dấu cơ quan cần nhắc, hoặc nhắc mọi cơ quan chưa ban hành."]);
        }

        var result = new ReminderResult(0, 0, 0);
        if (!await this.TryAsync(db, async () => result = await reminders.RemindAsync(Plan, all ? null : agencies, HttpContext.RequestAborted), Conflict))
        {
            return await AfterAnotherAsync();
        }

        var said = result.Reminded == 0 ? words["Hôm nay đã nhắc các cơ quan này rồi; mỗi cơ quan chỉ nhắc một lần một ngày."].Value : words["Đã nhắc {0} cơ quan.", result.Reminded].Value;
        if (result is { Reminded: > 0, Already: > 0 })
        {
            said += " " + words["{0} cơ quan khác đã được nhắc hôm nay.", result.Already].Value;
        }

        if (result.Nobody > 0)
        {
            said += " " + words["{0} cơ quan chưa có người dùng Loa; hãy gửi công văn.", result.Nobody].Value;
        }

        TempData.Flash(result.Reminded == 0 ? Tone.Info : Tone.Good, said);
        return LocalRedirect(PlanLinks.Coverage(Id));
    }

    public async Task<IActionResult> OnPostAskAsync(AskWhom whom)
    {
        if (!Enum.IsDefined(whom))
        {
            return NotFound();
        }

        if (await NotNowAsync() is { } refusal)
        {
            return refusal;
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync();
        }

        if (await desk.AskAsync(Plan, whom, AskDueOn, HttpContext.RequestAborted) is not { } asked)
        {
            ModelState.AddModelError("", Conflict);
            return await AfterAnotherAsync();
        }

        TempData.Flash(Tone.Good, words["{0} cơ quan phải ban hành kế hoạch.", asked]);
        return LocalRedirect(PlanLinks.Coverage(Id));
    }

    public async Task<IActionResult> OnPostAddAsync(Guid? agencyId)
    {
        if (await NotNowAsync() is { } refusal)
        {
            return refusal;
        }

        if (agencyId is null)
        {
            return await RefuseAsync("AgencyId", words["Hãy chọn cơ quan."]);
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync();
        }

        if (agencyId != Plan.OwnerAgencyId && !await desk.MayAskAsync(Id, agencyId.Value, HttpContext.RequestAborted))
        {
            return await RefuseAsync("AgencyId", words["Hãy chọn một cơ quan đang hoạt động, thuộc phạm vi của bạn hoặc có việc trong kế hoạch."]);
        }

        var added = false;
        if (!await this.TryAsync(db, async () => added = await desk.AddAsync(Plan, agencyId.Value, AddDueOn, HttpContext.RequestAborted), Conflict))
        {
            return await AfterAnotherAsync();
        }

        if (!added)
        {
            return await RefuseAsync("AgencyId", words["Cơ quan ban hành kế hoạch này không phải ban hành thêm kế hoạch của đơn vị."]);
        }

        TempData.Flash(Tone.Good, words["Đã thêm cơ quan phải ban hành kế hoạch."]);
        return LocalRedirect(PlanLinks.Coverage(Id));
    }

    public async Task<IActionResult> OnPostDueAsync()
    {
        if (await NotNowAsync() is { } refusal)
        {
            return refusal;
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync();
        }

        await desk.SetDueAsync(Plan, AllDueOn, HttpContext.RequestAborted);
        TempData.Flash(Tone.Good, AllDueOn is { } day ? words["Hạn ban hành của mọi cơ quan nay là ngày {0}.", Formats.Date(day)] : words["Đã bỏ hạn ban hành."]);
        return LocalRedirect(PlanLinks.Coverage(Id));
    }

    /// <summary>Nobody but the issuer, and only while the plan is in force: what was asked of an old edition stays as it was.</summary>
    private async Task<IActionResult?> NotNowAsync()
    {
        if (!await FindAsync() || !MayIssue)
        {
            return NotFound();
        }

        return Plan.Status == PlanStatus.Issued ? null : await RefuseAsync("", words["Kế hoạch này không còn hiệu lực: {0}.", PlanWords.Status(words, Plan.Status)]);
    }

    private string Conflict => words["Người khác vừa đổi mục này; hãy xem lại rồi làm tiếp."];

    /// <summary>As the other person left it, which may be a plan that is not in force any more.</summary>
    private async Task<IActionResult> AfterAnotherAsync() => await FindAsync() ? await AgainAsync() : NotFound();
}
