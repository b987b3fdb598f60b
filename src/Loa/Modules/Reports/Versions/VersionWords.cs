using Loa.Platform.Ui;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports.Versions;

internal static class VersionWords
{
    /// <summary>What was added and removed as such, and in words for those who do not see it.</summary>
    public static IHtmlContent Html(IStringLocalizer words, IReadOnlyList<Piece> pieces) => Platform.Ui.Html.All([.. pieces.Select(piece => piece.Kind switch
    {
        PieceKind.Added => Mark("ins", words["[thêm:"], piece.Text, words["hết phần thêm]"]),
        PieceKind.Removed => Mark("del", words["[bỏ:"], piece.Text, words["hết phần bỏ]"]),
        _ => (object)piece.Text,
    })]);

    private static TagBuilder Mark(string tag, string before, string text, string after) =>
        Platform.Ui.Html.Tag(tag, null, Platform.Ui.Html.Tag("span", "visually-hidden", before + " "), text, Platform.Ui.Html.Tag("span", "visually-hidden", " " + after));
}
