using System.Globalization;

namespace Loa.Documents.Blocks.Pages;

/// <summary>One page image, a byte a pixel.</summary>
internal sealed record GreyImage(int Width, int Height, byte[] Pixels);

/// <summary>Reads binary PGM images that stand one after another in a stream, as <c>pdftoppm -gray</c> writes them.</summary>
internal static class GreyImages
{
    private const long MaxPixels = 64L << 20;

    public static IEnumerable<GreyImage> Read(Stream stream, ReadBudget budget)
    {
        while (true)
        {
            budget.Check();
            var magic = Token(stream);
            if (magic.Length == 0)
                yield break;
            if (magic != "P5" || !Number(stream, out var width) || !Number(stream, out var height) || !Number(stream, out var depth) || depth != 255 || (long)width * height > MaxPixels)
                throw new InvalidDataException("Not a grey image.");
            var pixels = new byte[width * height];
            stream.ReadExactly(pixels);
            yield return new GreyImage(width, height, pixels);
        }
    }

    private static bool Number(Stream stream, out int number) =>
        int.TryParse(Token(stream), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;

    // A token ends at one white-space byte; after the last token the pixels begin at once.
    private static string Token(Stream stream)
    {
        var token = "";
        int b;
        while ((b = stream.ReadByte()) >= 0)
        {
            if (b > ' ')
                token += (char)b;
            else if (token.Length > 0)
                return token;
            if (token.Length > 16)
                throw new InvalidDataException("Not a grey image.");
        }
        return token;
    }
}
