using Loa.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies;

/// <summary>Agencies, groups and reorganisations, as a history tells them.</summary>
internal static class AgencyHistory
{
    public static HistoryWords Words { get; } = new HistoryWords()
        .Row<Agency>("Cơ quan",
            ("Address", "Địa chỉ"), ("OfficialCode", "Mã định danh"), ("FocalOfficerId", "Cán bộ đầu mối"), ("ParentId", "Cơ quan cấp trên"), ("Path", null), ("Phone", "Điện thoại"),
            ("SortOrder", "Thứ tự trong danh sách"), ("ValidFrom", "Hoạt động từ ngày"), ("ValidTo", "Hoạt động đến hết ngày"), ("Website", "Trang thông tin điện tử"), ("Kind", "Loại cơ quan"))
        .Row<AgencyState>("Tên và vị trí theo thời gian", ("Kind", "Loại cơ quan"), ("ParentId", "Cơ quan cấp trên"))
        .Row<AgencyName>("Tên gọi khác")
        .Row<AgencyHeadcount>("Số người làm việc", ("Count", "Số người"), ("CountedOn", "Tính đến ngày"))
        .Row<AgencyChange>("Sắp xếp cơ quan",
            ("Document", "Văn bản"), ("EffectiveOn", "Có hiệu lực từ ngày"), ("Kind", "Cách sắp xếp"), ("TakenBackAt", "Rút lúc"), ("TookEffectAt", "Áp dụng lúc"))
        .Row<AgencyChangePart>("Cơ quan trong lần sắp xếp", ("AgencyChangeId", null), ("Role", "Phần trong lần sắp xếp"))
        .Row<AgencyGroup>("Nhóm cơ quan",
            ("IsOpen", "Tùy từng kế hoạch"), ("Kinds", "Loại cơ quan"), ("Levels", "Cấp"), ("Phrases", "Cách gọi khác"), ("Reach", "Phạm vi"), ("SortOrder", "Thứ tự trong danh sách"), ("SubtreeRootId", "Thuộc cơ quan"))
        .Row<AgencyGroupMember>("Thành viên của nhóm", ("IsExcluded", "Loại khỏi nhóm"))
        .Row<AgencyMapping>("Tên cơ quan đã xác định", ("DecidedAt", "Xác định lúc"), ("Kind", "Xác định là"), ("Text", "Tên trong văn bản"))
        .Common(("AgencyId", "Cơ quan"), ("AgencyGroupId", "Nhóm cơ quan"), ("OwnerAgencyId", "Cơ quan chủ quản"), ("HolderAgencyId", "Cơ quan đang thực hiện"))
        .Refer<Agency>("AgencyId", "OwnerAgencyId", "HolderAgencyId")
        .Name<Agency>((db, ids, cancellation) => db.Set<Agency>().Where(agency => ids.Contains(agency.AgencyId)).ToDictionaryAsync(agency => agency.AgencyId, agency => agency.ShortName, cancellation))
        .Name<AgencyGroup>((db, ids, cancellation) => db.Set<AgencyGroup>().Where(group => ids.Contains(group.AgencyGroupId)).ToDictionaryAsync(group => group.AgencyGroupId, group => group.Name, cancellation))
        .Value<AgencyKind>(AgencyWords.Of).Value<AgencyLevel>(AgencyWords.Of).Value<AgencyChangeKind>(AgencyChangeWords.Of).Value<AgencyPartRole>(AgencyChangeWords.Of)
        .Value<AgencyNameKind>(kind => kind == AgencyNameKind.OfficeHolder ? "Chức danh người đứng đầu" : "Tên gọi khác")
        .Value<AgencyMappingKind>(kind => kind switch
        {
            AgencyMappingKind.Agency => "Cơ quan",
            AgencyMappingKind.Group => "Nhóm cơ quan",
            _ => "Cơ quan ngoài hệ thống",
        })
        .Value<AgencyGroupReach>(reach => reach switch
        {
            AgencyGroupReach.Everywhere => "Mọi nơi",
            AgencyGroupReach.BelowIssuer => "Thuộc cơ quan ban hành",
            _ => "Trực thuộc cơ quan ban hành",
        });
}
