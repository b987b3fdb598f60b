using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Loa.Platform.Sheets;

namespace Loa.Tests.Platform.Sheets;

public sealed class SheetTests
{
    private static readonly SheetColumn[] Three = [new("Mã"), new("Tên, đầy đủ"), new("Từ ngày")];

    [Theory]
    [InlineData("Xlsx")]
    [InlineData("Csv")]
    public void WhatIsWritten_IsReadAgain(string format)
    {
        object?[][] rows = [["007", "=1+1", new DateOnly(2025, 7, 1)], ["'=x", "a \"b\", c;\nd", null], [null, "_x0041_ Ủy ban", 12], ["-5", "@x", "+84 24"], ["''-", "it's", "\u0001ẩn"]];
        var isXlsx = format == "Xlsx";

        var read = Read(Write(Enum.Parse<SheetFormat>(format), rows));

        read.Select(row => string.Join('|', row.Cells)).ShouldBe(
        [
            "Mã|Tên, đầy đủ|Từ ngày", isXlsx ? "007|=1+1|2025-07-01" : "007|=1+1|01/07/2025", isXlsx ? "'=x|a \"b\", c;\nd" : "'=x|a \"b\", c;\nd|", "|_x0041_ Ủy ban|12", "-5|@x|+84 24",
            isXlsx ? "''-|it's|ẩn" : "''-|it's|\u0001ẩn",
        ]);
        read.Select(row => row.Number).ShouldBe([1, 2, 3, 4, 5, 6]);
    }

    /// <summary>Any text that a spreadsheet can hold comes back the same, whatever it looks like.</summary>
    [Fact]
    public void AnyText_ThroughEitherFormat_IsTheSame() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>[]>(), ArbMap.Default.ArbFor<bool>(), (texts, csv) =>
        {
            var clean = texts.Select(text => string.Concat(text.Get.Where(c => c >= ' ' && !char.IsSurrogate(c) && c < '\uFFFE')).Normalize(NormalizationForm.FormC).Trim()).Take(60).Prepend("x").ToArray();
            var written = Write(csv ? SheetFormat.Csv : SheetFormat.Xlsx, [clean]);
            return Read(written)[1].Cells.Concat(Enumerable.Repeat("", clean.Length)).Take(clean.Length).SequenceEqual(clean);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Csv_FormulaInText_IsDisarmed() => Encoding.UTF8.GetString(Write(SheetFormat.Csv, [["=cmd()", "-1", "bình thường"]])).ShouldContain("'=cmd(),'-1,bình thường");

    [Fact]
    public void Csv_WithSemicolonsAndUtf16_IsRead()
    {
        var bytes = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("Mã;Tên\r\n\"a;b\";Sở Y tế\n")).ToArray();

        Read(bytes).Select(row => string.Join('|', row.Cells)).ShouldBe(["Mã|Tên", "a;b|Sở Y tế"]);
    }

    [Fact]
    public void Xlsx_FormulaAndSharedAndRichText_AreTheirText()
    {
        var file = Workbook("""<row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3"><f>1+1</f><v>2</v></c><c r="D3" t="str"><f>A1</f><v>kết quả</v></c></row>""", "<si><r><t>Sở </t></r><r><t>Y tế</t></r><rPh><t>bỏ</t></rPh></si>");

        var row = Read(file).ShouldHaveSingleItem();

        row.Number.ShouldBe(3);
        row.Cells.ShouldBe(["Sở Y tế", "", "2", "kết quả"]);
    }

    [Fact]
    public void ManyRows_AreRefused() => Refusal(Write(SheetFormat.Csv, Enumerable.Range(0, 50).Select(i => new object?[] { i })), new SheetLimits { Rows = 20 }).ShouldBe(SheetRefusal.TooManyRows);

    [Fact]
    public void FarColumn_IsRefused() => Refusal(Workbook("""<row r="1"><c r="XFD1"><v>1</v></c></row>""")).ShouldBe(SheetRefusal.TooManyColumns);

    [Fact]
    public void LongCell_IsRefused() => Refusal(Encoding.UTF8.GetBytes("a,b\r\n\"" + new string('x', 10_000))).ShouldBe(SheetRefusal.CellTooLong);

    [Fact]
    public void ZipBomb_IsRefusedWhileItInflates() =>
        Refusal(Workbook(new string(' ', 4 << 20)), new SheetLimits { UnpackedBytes = 1 << 20 }).ShouldBe(SheetRefusal.TooLarge);

    [Fact]
    public void Entities_AreNotFollowed() =>
        Refusal(Workbook("", sheet: """<!DOCTYPE x [<!ENTITY a "aaaaaaaa">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>""")).ShouldBe(SheetRefusal.NotASheet);

    [Theory]
    [InlineData("PK\u0003\u0004 không phải tệp nén")]
    [InlineData("%PDF-1.7\0\0")]
    public void OtherFiles_AreRefused(string content) => Refusal(Encoding.UTF8.GetBytes(content)).ShouldBe(SheetRefusal.NotASheet);

    /// <summary>What is alive at the last of 100,000 rows is what was alive at the first thousand.</summary>
    [Theory]
    [InlineData("Xlsx")]
    [InlineData("Csv")]
    public void HundredThousandRows_DoNotPileUp(string format)
    {
        var (early, late) = (0L, 0L);
        IEnumerable<object?[]> Rows()
        {
            for (var i = 0; i < 100_000; i++)
            {
                if (i == 1_000)
                    early = GC.GetTotalMemory(forceFullCollection: true);
                if (i == 99_000)
                    late = GC.GetTotalMemory(forceFullCollection: true);
                yield return [$"ma-{i}", "Ủy ban nhân dân xã Bản Khe", new DateOnly(2025, 7, 1)];
            }
        }

        SheetWriter.Write(Stream.Null, Enum.Parse<SheetFormat>(format), Three, Rows());

        (late - early).ShouldBeLessThan(20L << 20);
    }

    private static byte[] Write(SheetFormat format, IEnumerable<object?[]> rows)
    {
        using var stream = new MemoryStream();
        SheetWriter.Write(stream, format, Three, rows);
        return stream.ToArray();
    }

    private static List<SheetRow> Read(byte[] file, SheetLimits? limits = null) => [.. SheetReader.Read(new MemoryStream(file), limits)];

    private static SheetRefusal Refusal(byte[] file, SheetLimits? limits = null) => Should.Throw<SheetRefusedException>(() => Read(file, limits)).Refusal;

    private static byte[] Workbook(string rows, string shared = "", string? sheet = null)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r7"/></sheets></workbook>""");
            Add("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r7" Target="/xl/worksheets/other.xml" Type="x"/></Relationships>""");
            Add("xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{shared}</sst>""");
            Add("xl/worksheets/other.xml", sheet ?? $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>""");

            void Add(string name, string xml)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(xml);
            }
        }

        return stream.ToArray();
    }
}
