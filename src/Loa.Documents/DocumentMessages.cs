namespace Loa.Documents;

/// <summary>One clear sentence for each failure, in Vietnamese and English.</summary>
internal static class DocumentMessages
{
    public static string Vietnamese(DocumentFailure failure, string? detail) => failure switch
    {
        DocumentFailure.NotFound => $"Không tìm thấy tệp{Quote(detail)}.",
        DocumentFailure.Empty => "Tệp rỗng, không có nội dung để đọc.",
        DocumentFailure.UnknownFormat => "Tệp không phải là DOCX, PDF, DOC hay văn bản thuần; hãy lưu lại từ Word thành .docx rồi thử lại.",
        DocumentFailure.Encrypted => "Tệp được bảo vệ bằng mật khẩu; hãy gỡ mật khẩu trong Word rồi thử lại.",
        DocumentFailure.Damaged => "Tệp bị hỏng hoặc tải về chưa đủ; hãy mở bằng Word, lưu lại rồi thử lại.",
        DocumentFailure.TooLarge => $"Tệp quá lớn so với một văn bản kế hoạch{Quote(detail)}; hãy bớt hình ảnh, tách phần không thuộc kế hoạch rồi thử lại.",
        DocumentFailure.TooSlow => "Tệp cần quá nhiều thời gian để đọc nên đã dừng lại; hãy đọc lại, hoặc lưu từ Word thành .docx rồi thử lại.",
        DocumentFailure.HelperMissing => $"Máy chủ chưa có chương trình để đọc loại tệp này; hãy cài gói{Quote(detail)}.",
        DocumentFailure.LegacyEncoding => $"Văn bản thuần dùng bảng mã cũ{Quote(detail)}; hãy chuyển sang Unicode (ví dụ bằng UniKey) hoặc nộp tệp .docx.",
        DocumentFailure.NotAPlan => "Tệp đọc được nhưng không phải là kế hoạch hay quyết định hành chính; hãy chọn đúng tệp văn bản.",
        DocumentFailure.NotVietnamese => "Tệp đọc được nhưng không phải là văn bản tiếng Việt; hãy chọn bản tiếng Việt.",
        DocumentFailure.Stopped => "Việc đọc tệp đã được dừng theo yêu cầu; khi cần, hãy đọc lại từ đầu.",
        DocumentFailure.NotDocx => "Chỉ kiểm tra được thể thức của tệp .docx; hãy lưu lại từ Word thành .docx rồi thử lại.",
        _ => throw new ArgumentOutOfRangeException(nameof(failure), failure, null),
    };

    public static string English(DocumentFailure failure, string? detail) => failure switch
    {
        DocumentFailure.NotFound => $"The file{Quote(detail)} was not found.",
        DocumentFailure.Empty => "The file is empty.",
        DocumentFailure.UnknownFormat => "The file is not DOCX, PDF, DOC or plain text; save it from Word as .docx and try again.",
        DocumentFailure.Encrypted => "The file is protected by a password; remove it in Word and try again.",
        DocumentFailure.Damaged => "The file is damaged or incomplete; open it in Word, save it again and retry.",
        DocumentFailure.TooLarge => $"The file is too large for a plan document{Quote(detail)}; remove pictures and what is not part of the plan and try again.",
        DocumentFailure.TooSlow => "The file takes too long to read, so reading was stopped; read it again, or save it from Word as .docx.",
        DocumentFailure.HelperMissing => $"The program that reads this kind of file is missing; install the package{Quote(detail)}.",
        DocumentFailure.LegacyEncoding => $"The plain text uses an old encoding{Quote(detail)}; convert it to Unicode or send the .docx.",
        DocumentFailure.NotAPlan => "The file was read but is not an administrative plan or decision; choose the right document.",
        DocumentFailure.NotVietnamese => "The file was read but is not in Vietnamese; choose the Vietnamese version.",
        DocumentFailure.Stopped => "Reading was stopped on request; read it again when you need it.",
        DocumentFailure.NotDocx => "Only the format of a .docx can be checked; save it from Word as .docx and try again.",
        _ => throw new ArgumentOutOfRangeException(nameof(failure), failure, null),
    };

    private static string Quote(string? detail) => detail is null ? "" : $" ({detail})";
}
