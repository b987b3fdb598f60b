using Loa.Documents.Blocks;
using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>A section of the text with what stands under it in order.</summary>
internal sealed class SectionNode
{
    public LabelKind? Kind { get; init; }

    public int Depth { get; init; }

    public SourceText Number { get; init; }

    public SourceText Title { get; init; }

    /// <summary>The whole labelled line where title and text share it ("c) Sở Tư pháp: Chủ trì …"), without its label.</summary>
    public SourceText Whole { get; init; }

    public List<SectionItem> Items { get; } = [];

    public string FoldedTitle => field ??= Folding.Fold(Title.Text);

    public IEnumerable<SectionNode> Children => Items.Where(i => i.Node is not null).Select(i => i.Node!);

    /// <summary>The texts under the section that introduce nothing further, in order; a run-in title stays with its text.</summary>
    public IEnumerable<SectionItem> Leaves()
    {
        for (var i = 0; i < Items.Count; i++)
        {
            var item = Items[i];
            if (item.Node is { } node)
            {
                if (!node.Whole.IsEmpty && node.Items.Count <= 1)
                    yield return new SectionItem(node.Whole, node.Kind, null, null);
                else if (node.Items.Count == 0)
                    yield return new SectionItem(node.Title, node.Kind, null, null);
                else
                    foreach (var leaf in node.Leaves())
                        yield return leaf;
            }
            else if (item.Table is null && !(item.Text.Text.EndsWith(':') && i + 1 < Items.Count))
            {
                yield return item;
            }
        }
    }
}

/// <summary>A paragraph without its label (its kind is kept), a section, or a table inside a section.</summary>
internal readonly record struct SectionItem(SourceText Text, LabelKind? Label, SectionNode? Node, Table? Table);
