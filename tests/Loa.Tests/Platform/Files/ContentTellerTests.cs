using System.Text;
using Loa.Platform.Files;

namespace Loa.Tests.Platform.Files;

/// <summary>What a file is, is in the file.</summary>
public sealed class ContentTellerTests
{
    private static readonly Dictionary<ContentKind, byte[]> Samples = new()
    {
        [ContentKind.Jpeg] = SamplePictures.Draw(ContentKind.Jpeg, new Random(1)),
        [ContentKind.Png] = SamplePictures.Draw(ContentKind.Png, new Random(1)),
        [ContentKind.Webp] = SamplePictures.Draw(ContentKind.Webp, new Random(1)),
        [ContentKind.Gif] = SamplePictures.Draw(ContentKind.Gif, new Random(1)),
        [ContentKind.Heic] = SampleContents.Brand("heic"),
        [ContentKind.Pdf] = SampleContents.Pdf,
        [ContentKind.Docx] = SampleContents.Zip("[Content_Types].xml", "word/document.xml"),
        [ContentKind.Xlsx] = SampleContents.Zip("[Content_Types].xml", "xl/workbook.xml"),
        [ContentKind.Pptx] = SampleContents.Zip("[Content_Types].xml", "ppt/presentation.xml"),
        [ContentKind.Doc] = SampleContents.Compound("WordDocument"),
        [ContentKind.Xls] = SampleContents.Compound("Workbook"),
        [ContentKind.Ppt] = SampleContents.Compound("PowerPoint Document"),
        [ContentKind.Mp3] = SampleContents.Mp3(),
        [ContentKind.M4a] = SampleContents.Brand("M4A "),
        [ContentKind.Mp4] = SampleContents.Brand("isom"),
        [ContentKind.Mov] = SampleContents.Brand("qt  "),
        [ContentKind.Ogg] = "OggS\0\u0002"u8.ToArray(),
        [ContentKind.Wav] = [.. "RIFF"u8, 4, 0, 0, 0, .. "WAVE"u8],
        [ContentKind.Webm] = [0x1A, 0x45, 0xDF, 0xA3, 0x9F, 0x42, 0x82, 0x84, .. "webm"u8, 0x42, 0x87, 0x81, 4],
        [ContentKind.Text] = Encoding.UTF8.GetBytes("Biên bản hội nghị tập huấn\r\n1. Thành phần"),
    };

    [Fact]
    public void Tell_EveryKindThatIsTaken()
    {
        Samples.Keys.ShouldBe(Enum.GetValues<ContentKind>(), ignoreOrder: true);
        foreach (var (kind, content) in Samples)
            Tell(content).ShouldBe(kind);
    }

    public static TheoryData<string, string> Refused => new()
    {
        { "a program", "MZ\u0090\0\u0003" }, { "a page", "<!DOCTYPE html><html><body>x</body></html>" }, { "a drawing that runs", "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>" },
        { "a page behind words", "Kính gửi\n<script>alert(1)</script>" }, { "a script", "#!/bin/sh\nrm -rf /" }, { "a script of Windows", "@echo off\r\ndel *" }, { "words with a zero", "abc\0def" },
        { "nothing", "" }, { "another film", "\u001aEß£" }, { "another pack", "7z¼¯'\u001c" }, { "a document with its own language", "{\\rtf1 x}" }, { "PostScript", "%!PS-Adobe" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Tell_WhatIsOnNoList_IsNothing(string what, string content) => Tell(Encoding.Latin1.GetBytes(content)).ShouldBeNull(what);

    [Fact]
    public void Tell_ZipsAndCompoundFilesThatAreNoDocuments_AreNothing()
    {
        Tell(SampleContents.Zip("a.txt")).ShouldBeNull();
        Tell(SampleContents.Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")).ShouldBeNull("it carries macros");
        Tell(SampleContents.Zip("META-INF/MANIFEST.MF", "classes.dex")).ShouldBeNull();
        Tell(SampleContents.Compound("Installer")).ShouldBeNull();
    }

    /// <summary>Broken pieces of real beginnings, and noise: an answer, never an exception; the stream is left at its beginning.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Tell_Anything_Answers(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 4000; i++)
        {
            var bytes = Samples.Values.ElementAt(random.Next(Samples.Count)).ToArray();
            for (var hits = random.Next(0, 8); hits > 0; hits--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            using var content = new MemoryStream(bytes[..random.Next(0, bytes.Length + 1)]);
            ContentTeller.Tell(content);
            content.Position.ShouldBe(0);
        }
    }

    [Theory]
    [InlineData("anh.jpg", (int)ContentKind.Png, "anh.png")]
    [InlineData("anh.PNG", (int)ContentKind.Png, "anh.PNG")]
    [InlineData("Báo cáo quý 1. Kết quả", (int)ContentKind.Pdf, "Báo cáo quý 1. Kết quả.pdf")]
    [InlineData("hoa-don.pdf.exe", (int)ContentKind.Pdf, "hoa-don.pdf.pdf")]
    [InlineData("tep", (int)ContentKind.Mp4, "tep.mp4")]
    public void NameFor_SaysWhatTheContentIs(string name, int kind, string expected) => ((ContentKind)kind).NameFor(name).ShouldBe(expected);

    private static ContentKind? Tell(byte[] content) => ContentTeller.Tell(new MemoryStream(content));
}
