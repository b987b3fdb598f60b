using System.CommandLine;
using Loa.Platform.Files;

namespace Loa.Commands;

/// <summary><c>loa image small IN OUT</c>: what the server starts for each picture it receives; a picture from outside is never decoded in the server itself.</summary>
internal static class ImageCommand
{
    public static Command Create()
    {
        var (picture, output) = (new Argument<string>("picture") { Description = "The picture" }, new Argument<string>("output") { Description = "Where the small one goes (JPEG)" });
        var small = new Command("small", "Draws a picture small and upright.") { picture, output };
        small.SetAction(result => SmallPicture.Draw(result.GetValue(picture)!, result.GetValue(output)!) ? 0 : 1);
        return new Command("image", "Works on pictures.") { small };
    }
}
