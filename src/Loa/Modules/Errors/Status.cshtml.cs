using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Errors;

[IgnoreAntiforgeryToken]
internal sealed class StatusModel(IStringLocalizer words) : PageModel
{
    public string Heading { get; private set; } = "";

    public string Advice { get; private set; } = "";

    public IActionResult OnGet([FromRoute] int code) => Show(code);

    // From the address only: the refused form may have a field of the same name.
    public IActionResult OnPost([FromRoute] int code) => Show(code);

    private PageResult Show(int code)
    {
        // Asked for by its bare address it is a page that does not exist.
        var status = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null ? StatusCodes.Status404NotFound : code;
        (Heading, Advice) = status switch
        {
            StatusCodes.Status404NotFound => (words["Không tìm thấy trang"].Value, words["Trang này không có, hoặc bạn không được giao quyền xem. Hãy kiểm tra lại địa chỉ."].Value),
            StatusCodes.Status400BadRequest => (words["Yêu cầu không hợp lệ"].Value, words["Trang đã mở quá lâu hoặc dữ liệu gửi lên không đúng. Hãy quay lại, tải lại trang rồi thử lại."].Value),
            StatusCodes.Status413PayloadTooLarge => (words["Tệp quá lớn"].Value, words["Tệp gửi lên vượt quá giới hạn. Hãy chọn tệp nhỏ hơn."].Value),
            StatusCodes.Status429TooManyRequests => (words["Thử quá nhiều lần"].Value, words["Bạn đã thử quá nhiều lần trong thời gian ngắn. Hãy đợi một phút rồi thử lại."].Value),
            _ => (words["Không thực hiện được yêu cầu"].Value, words["Hãy quay lại trang trước và thử lại."].Value),
        };
        Response.StatusCode = status;
        return Page();
    }
}
