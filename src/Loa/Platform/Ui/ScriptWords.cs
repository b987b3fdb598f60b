using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace Loa.Platform.Ui;

/// <summary>The few sentences that scripts say; they travel in a meta element, as the content policy allows no inline script.</summary>
internal static class ScriptWords
{
    public static string Json(IStringLocalizer words) => JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["dateUnclear"] = words["Chưa hiểu ngày này. Hãy nhập như 25/5."],
        ["periodUnclear"] = words["Chưa hiểu kỳ này. Hãy nhập như quý 3."],
        ["days"] = words["Chủ nhật|Thứ Hai|Thứ Ba|Thứ Tư|Thứ Năm|Thứ Sáu|Thứ Bảy"],
        ["uploading"] = words["Đang tải {0} lên: {1}%"],
        ["processing"] = words["Đã tải xong, đang đọc {0}"],
        ["uploadFailed"] = words["Không tải được tệp lên. Hãy kiểm tra kết nối rồi thử lại."],
        ["uploadWaits"] = words["Mất kết nối; {0} đã gửi được {1}% và sẽ tự gửi tiếp."],
        ["uploaded"] = words["Đã nhận {0}."],
        ["chosen"] = words["Đã chọn {0}."],
        ["tooLarge"] = words["Tệp lớn hơn mức cho phép ({0} MB)."],
        ["noMatch"] = words["Không có cơ quan nào khớp"],
        ["typeToSearch"] = words["Gõ vài chữ trong tên cơ quan để tìm"],
        ["saving"] = words["Đang lưu"],
        ["savedAt"] = words["Đã lưu lúc {0}"],
        ["saveFailed"] = words["Chưa lưu được, sẽ thử lại"],
        ["conflict"] = words["Có người vừa sửa nội dung này. Hãy tải lại trang để xem cả hai bản."],
        ["draftRestored"] = words["Đã lấy lại bản đang ghi dở."],
        ["draftDrop"] = words["Bỏ bản này"],
        ["queued"] = words["Chưa có mạng. Đã giữ “{0}” trên máy này, sẽ tự gửi khi có mạng."],
        ["queuedSignedOut"] = words["Phiên đăng nhập đã hết. Đã giữ “{0}” trên máy này; hãy đăng nhập lại để gửi."],
        ["queueFull"] = words["Trình duyệt không giữ được nội dung này. Đừng đóng trang; hãy bấm Ghi lại khi có mạng."],
        ["unsent"] = words["Chưa gửi ({0})"],
        ["unsentRetry"] = words["Gửi ngay"],
        ["unsentOpen"] = words["Mở để sửa"],
        ["unsentDrop"] = words["Bỏ"],
        ["unsentDropSure"] = words["Bỏ “{0}” chưa gửi?"],
        ["unsentLeave"] = words["Còn {0} hoạt động chưa gửi; đăng xuất sẽ bỏ chúng. Vẫn đăng xuất?"],
        ["refused"] = words["Chưa ghi được; hãy mở để xem lại."],
    });
}
