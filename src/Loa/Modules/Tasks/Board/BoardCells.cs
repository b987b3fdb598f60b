using System.Text.Encodings.Web;
using Loa.Modules.Plans;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Tasks.Board;

/// <summary>
/// The marks of an agency's row. A page has hundreds, so they are written straight to the answer; what all marks of one kind have in common is put together and
/// encoded once.
/// </summary>
internal sealed class BoardCells(IStringLocalizer words, ILookup<(Guid AgencyId, Guid TaskId), BoardCell> cells, IReadOnlyList<BoardTask> tasks, DateOnly today)
{
    private readonly Dictionary<(WorkBucket Bucket, AssignmentRole Role), (string Before, string After)> marks = [];

    public IHtmlContent Of(Guid agencyId) => new Row(this, agencyId);

    private void Write(TextWriter writer, HtmlEncoder encoder, Guid agencyId)
    {
        foreach (var task in tasks)
        {
            writer.Write("<td class=\"board-cell\">");
            foreach (var cell in cells[(agencyId, task.PlanTaskId)])
            {
                var (before, after) = MarkOf(encoder, cell);
                writer.Write(before);
                writer.Write(WorkLinks.Item(cell.AssignmentId));
                writer.Write(after);
            }

            writer.Write("</td>");
        }
    }

    private (string Before, string After) MarkOf(HtmlEncoder encoder, BoardCell cell)
    {
        var kind = (Bucket: cell.BucketOn(today), cell.Role);
        if (!marks.TryGetValue(kind, out var mark))
        {
            var (sign, style, title) = kind.Bucket switch
            {
                WorkBucket.Done => ("✓", "done", words["Đã xong"].Value),
                WorkBucket.Overdue => ("!", "late", words["Quá hạn"].Value),
                WorkBucket.ThisWeek => ("•", "soon", words["Đến hạn trong tuần"].Value),
                WorkBucket.Aside => ("–", "aside", words["Không thực hiện"].Value),
                _ => ("·", "open", words["Đang làm"].Value),
            };
            title = encoder.Encode(title);
            var role = encoder.Encode(PlanWords.Role(words, kind.Role));
            marks[kind] = mark = ($"<a class=\"mark {style}\" href=\"", $"\" title=\"{role} · {title}\"><span aria-hidden=\"true\">{sign}</span><span class=\"visually-hidden\">{title}</span></a>");
        }

        return mark;
    }

    private sealed class Row(BoardCells all, Guid agencyId) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => all.Write(writer, encoder, agencyId);
    }
}
