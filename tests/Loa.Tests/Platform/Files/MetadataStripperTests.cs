using System.Buffers.Binary;
using System.Text;
using Loa.Platform.Files;

namespace Loa.Tests.Platform.Files;

/// <summary>A picture loses what it says beside the picture and nothing of the picture.</summary>
public sealed class MetadataStripperTests
{
    public static TheoryData<int, int> Pictures
    {
        get
        {
            var data = new TheoryData<int, int>();
            foreach (var kind in (ContentKind[])[ContentKind.Jpeg, ContentKind.Png, ContentKind.Webp, ContentKind.Gif])
            {
                for (var seed = 0; seed < 25; seed++)
                    data.Add((int)kind, seed);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Strip_AnyPicture_KeepsEveryPixelAndNoPlace(int kind, int seed)
    {
        var random = new Random(seed);
        var turn = random.Next(1, 9);
        var picture = SamplePictures.Draw((ContentKind)kind, random, turn);
        Encoding.Latin1.GetString(picture).ShouldContain(SamplePictures.Place);

        var bare = Strip((ContentKind)kind, picture).ShouldNotBeNull();

        Encoding.Latin1.GetString(bare).ShouldNotContain(SamplePictures.Place);
        SamplePictures.Pixels(bare).ShouldBe(SamplePictures.Pixels(picture));
        Strip((ContentKind)kind, bare).ShouldBe(bare, "there is nothing left to take out");
        ContentTeller.Tell(new MemoryStream(bare)).ShouldBe((ContentKind)kind);
        if ((ContentKind)kind == ContentKind.Jpeg)
            SamplePictures.Turn(bare).ShouldBe(turn, "it is shown as it was meant");
    }

    /// <summary>Whatever is done to a picture, the stripper ends, invents nothing and lets no place through that it says it took out.</summary>
    [Theory]
    [InlineData((int)ContentKind.Jpeg)]
    [InlineData((int)ContentKind.Png)]
    [InlineData((int)ContentKind.Webp)]
    [InlineData((int)ContentKind.Gif)]
    public void Strip_DamagedPicture_EndsAndIsNeverLonger(int kind)
    {
        // Drawing takes longer than damaging.
        var drawn = Enumerable.Range(0, 7).Select(seed => SamplePictures.Draw((ContentKind)kind, new Random(seed))).ToList();
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            var picture = (byte[])drawn[seed % drawn.Count].Clone();
            for (var hits = random.Next(1, 6); hits > 0; hits--)
                picture[random.Next(12, picture.Length)] = (byte)random.Next(256);
            if (random.Next(2) == 0)
                picture = picture[..random.Next(14, picture.Length)];

            if (Strip((ContentKind)kind, picture) is { } bare)
                bare.Length.ShouldBeLessThanOrEqualTo(picture.Length + 40, $"seed {seed}");
        }
    }

    [Fact]
    public void Strip_HalfAJpeg_KeepsWhatThereIs()
    {
        var picture = SamplePictures.Draw(ContentKind.Jpeg, new Random(3));

        var bare = Strip(ContentKind.Jpeg, picture[..(picture.Length * 3 / 4)]).ShouldNotBeNull();

        Encoding.Latin1.GetString(bare).ShouldNotContain(SamplePictures.Place);
        bare[^2..].ShouldBe([0xFF, 0xD9]);
    }

    [Fact]
    public void Blank_AFilm_FreesTheBoxesThatSayWhereItWasTaken()
    {
        var place = Encoding.ASCII.GetBytes(SamplePictures.Place);
        byte[] film = [.. Box("ftyp", [.. "qt  "u8, 0, 0, 0, 0]), .. Box("moov", [.. Box("mvhd", new byte[20]), .. Box("udta", place), .. Box("trak", [.. Box("tkhd", new byte[8]), .. Box("meta", place)])]), .. Box("mdat", [1, 2, 3, 4])];
        using var content = new MemoryStream();
        content.Write(film);

        MovieStripper.Blank(content);

        var bare = content.ToArray();
        bare.Length.ShouldBe(film.Length);
        Encoding.Latin1.GetString(bare).ShouldNotContain(SamplePictures.Place);
        bare[^4..].ShouldBe([1, 2, 3, 4]);
        Encoding.Latin1.GetString(bare).ShouldContain("tkhd");
    }

    [Fact]
    public void Blank_AnyBytes_Ends()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            var random = new Random(seed);
            var bytes = new byte[random.Next(0, 200)];
            random.NextBytes(bytes);
            if (bytes.Length > 16)
                "moov"u8.CopyTo(bytes.AsSpan(4));
            using var content = new MemoryStream();
            content.Write(bytes);
            MovieStripper.Blank(content);
            content.Length.ShouldBe(bytes.Length);
        }
    }

    private static byte[] Box(string name, byte[] content)
    {
        byte[] box = [0, 0, 0, 0, .. Encoding.ASCII.GetBytes(name), .. content];
        BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
        return box;
    }

    private static byte[]? Strip(ContentKind kind, byte[] picture)
    {
        using var output = new MemoryStream();
        return MetadataStripper.Strip(kind, picture, output) ? output.ToArray() : null;
    }
}
