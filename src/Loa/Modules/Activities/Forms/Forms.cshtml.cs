using Loa.Data;
using Loa.Documents.Plans;
using Loa.Platform.Audit;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Activities.Forms;

internal sealed class FormRow
{
    public CommunicationForm Form { get; set; }

    public bool IsShown { get; set; }

    [TypedNumber]
    public int? Order { get; set; }
}

/// <summary>Which forms of communication are offered to log, and in which order. The forms themselves are fixed: reports count by them.</summary>
internal sealed class FormsModel(LoaDbContext db, OfferedForms offered, AuditScope audit, IStringLocalizer words) : PageModel
{
    [BindProperty]
    public List<FormRow> Rows { get; set; } = [];

    /// <summary>How often each was logged.</summary>
    public IReadOnlyDictionary<CommunicationForm, long> Logged { get; private set; } = new Dictionary<CommunicationForm, long>();

    public async Task<IActionResult> OnGetAsync()
    {
        Rows = [.. (await offered.AllAsync(HttpContext.RequestAborted)).Select(row => new FormRow { Form = row.Kind.Form, IsShown = !row.Setting.IsHidden, Order = row.Setting.Order })];
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Rows.Count != FormCatalogue.Kinds.Count || Rows.DistinctBy(row => row.Form).Count() != Rows.Count || Rows.Exists(row => !Enum.IsDefined(row.Form)))
        {
            return NotFound();
        }

        for (var i = 0; i < Rows.Count; i++)
        {
            if (Rows[i].Order is null or < 0 or > FormSetting.OrderMost)
                ModelState.TryAddModelError($"Rows[{i}].Order", words["Hãy nhập thứ tự từ 0 đến {0}.", FormSetting.OrderMost]);
        }

        if (Rows.TrueForAll(row => !row.IsShown))
        {
            ModelState.AddModelError("", words["Hãy để lại ít nhất một hình thức."]);
        }

        if (ModelState.IsValid)
        {
            audit.Describe("Đặt danh mục hình thức");
            var settings = await db.Set<FormSetting>().ToDictionaryAsync(setting => setting.Form, HttpContext.RequestAborted);
            foreach (var row in Rows)
            {
                if (!settings.TryGetValue(row.Form, out var setting))
                    db.Add(setting = new FormSetting { Form = row.Form });
                (setting.IsHidden, setting.Order) = (!row.IsShown, row.Order!.Value);
            }

            if (await this.TrySaveAsync(db, words["Người khác vừa sửa danh mục này; hãy xem lại."]))
            {
                return this.Done(words["Đã lưu danh mục hình thức."], ActivityLinks.Forms);
            }
        }

        return await this.AgainAsync(db, LoadAsync);
    }

    private async Task LoadAsync() =>
        Logged = await db.Set<ActivityTotal>().GroupBy(total => total.Form).Select(form => new { form.Key, Count = form.Sum(total => total.Activities) }).ToDictionaryAsync(form => form.Key, form => form.Count, HttpContext.RequestAborted);
}
