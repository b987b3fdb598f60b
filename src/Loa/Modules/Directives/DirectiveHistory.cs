using Loa.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Directives;

/// <summary>Steering documents, as a history tells them.</summary>
internal static class DirectiveHistory
{
    public static HistoryWords Words { get; } = new HistoryWords()
        .Row<Directive>("Văn bản chỉ đạo", ("Kind", "Loại văn bản"), ("IssuedOn", "Ngày ban hành"), ("Excerpt", "Trích yếu"), ("Summary", "Nội dung chính"), ("Signer", "Người ký"), ("PublishedAt", "Công khai lúc"), ("PublishedById", "Người công khai"))
        .Refer<Accounts.User>("PublishedById")
        .Name<Directive>((db, ids, cancellation) => db.Set<Directive>().Where(directive => ids.Contains(directive.DirectiveId)).ToDictionaryAsync(directive => directive.DirectiveId, directive => directive.Reference, cancellation));
}
