using Loa.Platform.Audit;

namespace Loa.Modules.Circulations;

/// <summary>Circulated documents, as a history tells them.</summary>
internal static class CirculationHistory
{
    public static HistoryWords Words { get; } = new HistoryWords()
        .Row<Circulation>("Văn bản quán triệt",
            ("AgencyId", "Cơ quan gửi"), ("Message", "Lời nhắn"), ("ReadBy", "Đọc trước ngày"), ("SentAt", "Gửi lúc"), ("SentById", "Người gửi"), ("SentOn", "Ngày gửi"))
        .Row<CirculationDirect>("Quán triệt trực tiếp", ("HeldOn", "Ngày tổ chức"), ("People", "Số người dự"))
        .Row<CirculationRecipient>("Người được gửi", ("AcknowledgedAt", "Xác nhận lúc"), ("AskedAt", "Được gửi lúc"), ("UserId", "Người đọc"))
        .Row<CirculationRemark>("Trao đổi", ("IsAnswer", "Là câu trả lời"))
        .Common(("CirculationId", null))
        .Value<DirectForm>(CirculationWords.Of)
        .Value<CirculationState>(state => state == CirculationState.Withdrawn ? "Đã thu hồi" : "Đang gửi");
}
