using System.ComponentModel.DataAnnotations;
using Loa.Data;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.WorkCalendar.Edit;

/// <summary>One day put over the shipped calendar, from a decision on public holidays.</summary>
internal sealed class EditModel(LoaDbContext db, AuditScope audit, IStringLocalizer words) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Hãy nhập ngày.")]
    public DateOnly? Date { get; set; }

    [BindProperty]
    public DayKind Kind { get; set; } = DayKind.Holiday;

    [BindProperty]
    [Required(ErrorMessage = "Hãy nhập dịp hoặc căn cứ.")]
    [StringLength(CalendarDay.NameMaxLength, ErrorMessage = "Dịp, căn cứ quá dài.")]
    public string Name { get; set; } = "";

    /// <summary>Zero until the administrator has saved something for that date.</summary>
    [BindProperty]
    public long Revision { get; set; }

    public bool IsNew { get; private set; }

    public SpecialDay? Shipped { get; private set; }

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<DayKind>().Select(kind => new SelectListItem(words[CalendarWords.Kind(kind)], kind.ToString(), kind == Kind));

    public async Task OnGetAsync(DateOnly? ngay)
    {
        ModelState.Clear();
        (IsNew, Date) = (ngay is null, ngay);
        Shipped = ngay is { } date ? HolidayTable.Shipped.Find(date) : null;
        if (ngay is not null && await db.Set<CalendarDay>().AsNoTracking().SingleOrDefaultAsync(day => day.Date == ngay, HttpContext.RequestAborted) is { } own)
        {
            (Kind, Name, Revision) = (own.Kind, own.Name, own.Revision);
        }
        else if (Shipped is { } shipped)
        {
            (Kind, Name) = (shipped.Kind, CalendarWords.Name(shipped, words));
        }
    }

    public async Task<IActionResult> OnPostAsync(DateOnly? ngay)
    {
        IsNew = ngay is null;
        Check();
        if (ModelState.IsValid && await SaveAsync(Date!.Value))
        {
            TempData.Flash(Tone.Good, words["Đã lưu ngày {0}.", Formats.Date(Date)]);
            return LocalRedirect(CalendarLinks.Of(Date.Value.Year));
        }

        Shipped = Date is { } date ? HolidayTable.Shipped.Find(date) : null;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (await db.Set<CalendarDay>().SingleOrDefaultAsync(day => day.Date == Date, HttpContext.RequestAborted) is not { } own)
        {
            return NotFound();
        }

        audit.Describe("Trở về lịch có sẵn");
        db.Remove(own);
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        TempData.Flash(Tone.Good, words["Ngày {0} lại theo lịch có sẵn.", Formats.Date(own.Date)]);
        return LocalRedirect(CalendarLinks.Of(own.Date.Year));
    }

    private void Check()
    {
        if (!Enum.IsDefined(Kind))
        {
            ModelState.AddModelError(nameof(Kind), words["Giá trị không hợp lệ."]);
        }
        else if (Date is { } date && Kind == DayKind.MakeUp && !HolidayRules.IsWeekend(date))
        {
            ModelState.AddModelError(nameof(Kind), words["Ngày làm bù phải là thứ Bảy hoặc Chủ nhật."]);
        }
        else if (Date is { } other && Kind is DayKind.Compensation or DayKind.SwappedOff && HolidayRules.IsWeekend(other))
        {
            ModelState.AddModelError(nameof(Kind), words["Ngày này vốn là ngày nghỉ cuối tuần."]);
        }
    }

    private async Task<bool> SaveAsync(DateOnly date)
    {
        var day = await db.Set<CalendarDay>().SingleOrDefaultAsync(own => own.Date == date, HttpContext.RequestAborted);
        if ((day?.Revision ?? 0) != Revision)
        {
            ModelState.AddModelError("", words["Ngày này vừa được người khác nhập hoặc sửa. Hãy mở lại từ lịch để xem bản mới; những gì bạn nhập vẫn còn bên dưới."]);
            return false;
        }

        audit.Describe(day is null ? "Nhập ngày nghỉ, ngày làm bù" : "Sửa ngày nghỉ, ngày làm bù");
        if (day is null)
        {
            day = new CalendarDay { CalendarDayId = Guid.CreateVersion7(), Date = date };
            db.Add(day);
        }

        (day.Kind, day.Name) = (Kind, Name.Trim());
        try
        {
            await db.SaveChangesAsync(HttpContext.RequestAborted);
            return true;
        }
        catch (DbUpdateException)
        {
            // The date is unique: someone was a moment quicker.
            ModelState.AddModelError("", words["Ngày này vừa được người khác nhập hoặc sửa. Hãy mở lại từ lịch để xem bản mới; những gì bạn nhập vẫn còn bên dưới."]);
            return false;
        }
    }
}
