using System.IO.Compression;
using System.Text;
using Loa.Benchmarks.Fuzz;
using Loa.Documents.Blocks;
using Loa.Documents.Tests.Support;

namespace Loa.Documents.Tests.Blocks;

public sealed class HostileFileTests
{
    [Fact]
    public void Empty_IsSaid() => FailureOf([]).ShouldBe(DocumentFailure.Empty);

    [Fact]
    public void Missing_IsSaid() =>
        Should.Throw<DocumentException>(() => SourceReader.Read("/nowhere/ke-hoach.docx")).Failure.ShouldBe(DocumentFailure.NotFound);

    [Fact]
    public void RandomBinary_IsUnknown()
    {
        var bytes = new byte[100_000];
        new Random(7).NextBytes(bytes);

        FailureOf(bytes).ShouldBe(DocumentFailure.UnknownFormat);
    }

    [Fact]
    public void WebPage_IsUnknown() => FailureOf("<!DOCTYPE html><html><body>Kế hoạch</body></html>"u8.ToArray()).ShouldBe(DocumentFailure.UnknownFormat);

    [Fact]
    public void ArchiveWithoutDocument_IsUnknown() =>
        FailureOf(new DocxFile("").Without("word/document.xml").With("xl/workbook.xml", "<x/>").ToBytes()).ShouldBe(DocumentFailure.UnknownFormat);

    [Fact]
    public void TruncatedDocx_IsDamaged() =>
        FailureOf(new DocxFile(DocxFile.P("x")).ToBytes()[..^40]).ShouldBe(DocumentFailure.Damaged);

    [Fact]
    public void EncryptedDocx_IsSaid()
    {
        byte[] bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1024], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[512]];

        FailureOf(bytes).ShouldBe(DocumentFailure.Encrypted);
    }

    [Fact]
    public void EncryptedOldWord_IsSaid()
    {
        var bytes = new byte[4096];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(bytes, 0);
        Encoding.Unicode.GetBytes("WordDocument").CopyTo(bytes, 2048);
        (bytes[512], bytes[513], bytes[523]) = (0xEC, 0xA5, 1);

        FailureOf(bytes).ShouldBe(DocumentFailure.Encrypted);
    }

    [Fact]
    public void ZipBomb_IsStoppedByWhatIsReallyRead()
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            part.Write(Encoding.UTF8.GetBytes($"<w:document xmlns:w=\"{DocxFile.Transitional}\"><w:body>"));
            var filler = Encoding.UTF8.GetBytes(new string(' ', 1 << 20));
            for (var i = 0; i < 200; i++)
                part.Write(filler);
        }

        FailureOf(stream.ToArray()).ShouldBe(DocumentFailure.TooLarge);
    }

    [Theory]
    [InlineData("<!DOCTYPE w:document [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>")]
    [InlineData("<!DOCTYPE w:document SYSTEM \"file:///etc/passwd\">")]
    public void EntityTricks_AreRefused(string declaration)
    {
        var file = new DocxFile("").With("word/document.xml", $"<?xml version=\"1.0\"?>{declaration}<w:document xmlns:w=\"{DocxFile.Transitional}\"><w:body>{DocxFile.P("x")}</w:body></w:document>");

        FailureOf(file.ToBytes()).ShouldBe(DocumentFailure.Damaged);
    }

    [Fact]
    public void DeepNesting_IsRefused()
    {
        var body = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 5000)) + DocxFile.P("x") + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 5000));

        FailureOf(new DocxFile(body).ToBytes()).ShouldBe(DocumentFailure.Damaged);
    }

    [Fact]
    public void HundredMegabytesOfText_AreTooLarge()
    {
        var bytes = new byte[100 << 20];
        Array.Fill(bytes, (byte)'a');

        FailureOf(bytes).ShouldBe(DocumentFailure.TooLarge);
    }

    [Fact]
    public void MillionsOfParagraphs_AreTooLarge()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a\n", 100_000)));

        FailureOf(bytes).ShouldBe(DocumentFailure.TooLarge);
    }

    [Fact]
    public void Reading_StopsOnRequest()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Should.Throw<DocumentException>(() => SourceReader.Read(new MemoryStream("x"u8.ToArray()), cancellationToken: source.Token)).Failure.ShouldBe(DocumentFailure.Stopped);
    }

    [Fact]
    public void Reading_StopsWhenItsTimeIsOver()
    {
        var options = new ReadOptions { Limits = new ReadLimits { Time = TimeSpan.FromTicks(1) } };
        var bytes = new DocxFile(string.Concat(Enumerable.Repeat(DocxFile.P("x"), 20_000))).ToBytes();

        Should.Throw<DocumentException>(() => SourceReader.Read(new MemoryStream(bytes), options)).Failure.ShouldBe(DocumentFailure.TooSlow);
    }

    [HelperProgramFact("pdftotext", "pdftoppm")]
    public void BrokenPdf_IsDamaged() => FailureOf("%PDF-1.7\ngarbage"u8.ToArray()).ShouldBe(DocumentFailure.Damaged);

    [SharedPlanTheory]
    [InlineData("nghean-tinh-2024.docx", 150)]
    [InlineData("laichau-tp-2020.docx", 100)]
    [InlineData("hatinh-soyte-2023.txt", 100)]
    public void DamagedCopiesOfAPlan_AreReadOrRefused(string file, int count)
    {
        var fuzz = new MutationFuzz();

        fuzz.Run(SharedPlans.PathOf(file), count, seed: 20_000);

        fuzz.Report.Failures.ShouldBeEmpty();
    }

    private static DocumentFailure FailureOf(byte[] bytes) =>
        Should.Throw<DocumentException>(() => SourceReader.Read(new MemoryStream(bytes))).Failure;
}
