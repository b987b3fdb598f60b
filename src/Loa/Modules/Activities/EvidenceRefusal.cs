using Loa.Platform;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Activities;

internal enum EvidenceRefusal
{
    Empty = 1,
    TooLarge = 2,
    PictureTooLarge = 3,

    /// <summary>On no list of what is taken.</summary>
    Unknown = 4,
    Heic = 5,
    Damaged = 6,
    TooMany = 7,
    NoSpace = 8,
}

/// <summary>What the sender can mend, or must know: nothing of the file was kept, save of one sent in pieces while there is no space.</summary>
internal sealed class EvidenceRefusedException(EvidenceRefusal refusal, string fileName, Exception? cause = null) : Exception($"Evidence refused: {refusal}.", cause)
{
    public EvidenceRefusal Refusal { get; } = refusal;

    public string FileName { get; } = fileName;

    public string Say(IStringLocalizer words) => Refusal switch
    {
        EvidenceRefusal.Empty => words["{0}: tệp rỗng (0 byte); hãy chọn lại tệp có nội dung.", FileName],
        EvidenceRefusal.TooLarge => words["{0}: tệp lớn hơn {1}; hãy cắt ngắn hoặc giảm chất lượng rồi gửi lại.", FileName, Formats.Size(Evidence.FileMost)],
        EvidenceRefusal.PictureTooLarge => words["{0}: ảnh lớn hơn {1}; hãy giảm kích thước ảnh rồi gửi lại.", FileName, Formats.Size(Evidence.PictureMost)],
        EvidenceRefusal.Heic => words["{0}: ảnh HEIC chưa nhận được. Trên iPhone, chọn Cài đặt → Camera → Định dạng → Tương thích nhất, hoặc lưu ảnh thành JPG rồi gửi lại.", FileName],
        EvidenceRefusal.Damaged => words["{0}: ảnh không đầy đủ nên không mở được; hãy mở ảnh xem lại, lưu thành tệp mới rồi gửi lại.", FileName],
        EvidenceRefusal.TooMany => words["{0}: hoạt động đã có {1} minh chứng; hãy bỏ bớt trước khi thêm.", FileName, Evidence.Most],
        EvidenceRefusal.NoSpace => words["{0}: máy chủ đã hết chỗ lưu tệp. Phần đã gửi vẫn được giữ; hãy báo quản trị viên rồi gửi tiếp.", FileName],
        _ => words["{0}: nội dung tệp không thuộc loại được nhận, dù tên tệp ghi thế nào. Nhận ảnh (JPG, PNG, WebP, GIF), PDF, Word, Excel, PowerPoint không có macro, âm thanh (MP3, M4A, OGG, WAV), video (MP4, MOV, WebM) và văn bản TXT.", FileName],
    };
}
