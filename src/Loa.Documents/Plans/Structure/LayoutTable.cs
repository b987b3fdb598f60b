using Loa.Documents.Blocks;
using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>Tells a table that only places text (heading block, signature block, frame) from one that holds data.</summary>
internal static class LayoutTable
{
    private static readonly string[] Marks =
        ["cong hoa xa hoi chu nghia", "doc lap - tu do", "dang cong san viet nam", "noi nhan"];

    public static bool IsLayout(Table table)
    {
        if (table.Rows.Count == 0)
            return true;
        if (TaskHeader.Find(table) is not null)
            return false;
        if (table.ColumnCount == 1)
            return true;
        if (table.Rows.Count > 12)
            return false;
        var signature = false;
        foreach (var row in table.Rows)
        {
            foreach (var cell in row.Cells)
            {
                foreach (var paragraph in cell.Paragraphs)
                {
                    if (paragraph.Text.Length > 120)
                        continue;
                    var folded = Folding.Fold(paragraph.Text);
                    foreach (var mark in Marks)
                    {
                        if (folded.Contains(mark, StringComparison.Ordinal))
                            return true;
                    }

                    signature |= SignerTitles.OpensSignature(paragraph.Text);
                }
            }
        }

        return signature || (table.Borderless && table.ColumnCount <= 3 && table.Rows.Count <= 3);
    }
}
