using System.Globalization;
using System.IO.Compression;
using Loa.Data;
using Loa.Documents.Writing;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Calendar = Loa.Platform.Calendar;

namespace Loa.Modules.EvidenceFiles.Composing;

/// <summary>
/// The folder that is handed in: one numbered folder a criterion, in it the documents under the numbers that the list (mục lục tài liệu kiểm chứng, DOCX) gives them.
/// </summary>
internal sealed class EvidenceFolder(LoaDbContext db, EvidenceFileDesk desk, FileStore store, Calendar calendar)
{
    private const int NameMost = 80;

    /// <param name="whole">All criteria of its index and year.</param>
    public static string NameOf(EvidenceFile file, bool whole) =>
        Named(whole ? "Hồ sơ kiểm chứng" : file.Code, whole ? $"{file.Index} {file.Year.ToString(CultureInfo.InvariantCulture)}" : file.Title) + ".zip";

    /// <summary>Written piece by piece: what is alive is one file at a time.</summary>
    /// <param name="files">Criteria of one agency.</param>
    public async Task WriteAsync(IReadOnlyList<EvidenceFile> files, Stream stream, CancellationToken cancellationToken)
    {
        var issuer = await db.Set<Agency>().AsNoTracking().SingleAsync(agency => agency.AgencyId == files[0].AgencyId, cancellationToken);
        var heading = AgencyHeading.Of(AgencyRef.Of(issuer), [.. (await db.Set<Agency>().AsNoTracking().Above(issuer.Path).ToListAsync(cancellationToken)).Select(AgencyRef.Of)]);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var file in files)
        {
            var folder = Named(file.Code, file.Title);
            var rows = new List<CellRow>();
            foreach (var line in await desk.LinesAsync(file, cancellationToken))
            {
                var names = await CopyAsync(archive, folder, line, cancellationToken);
                rows.Add(new CellRow(
                    $"{line.Number}", line.IsWithdrawn ? $"{line.Title} (đã rút)" : line.Title, line.On is { } day ? Formats.Date(day) : "", line.Agency ?? "", string.Join('\n', [.. names, .. line.Links])));
            }

            await using var list = archive.CreateEntry($"{folder}/00. Mục lục tài liệu kiểm chứng.docx", CompressionLevel.Optimal).Open();
            DocumentWriter.Write(Compose(file, heading, rows), list);
        }
    }

    private AdministrativeDocument Compose(EvidenceFile file, AgencyHeading heading, List<CellRow> rows) => new()
    {
        Heading = new DocumentHeading { Superior = heading.Superior, Issuer = heading.Issuer, Symbol = heading.Symbol(DocumentKind.Report), Place = heading.Place ?? "…", Year = calendar.VietnamToday.Year },
        Kind = DocumentKind.Report,
        Subject = $"Tài liệu kiểm chứng tiêu chí {file.Code}, {file.Index} năm {file.Year.ToString(CultureInfo.InvariantCulture)}",
        Body =
        [
            new TextParagraph($"Tiêu chí {file.Code}: {file.Title}."),
            .. file.Note is null ? (IEnumerable<TextBlock>)[] : [new TextParagraph(file.Note)],
            new TextParagraph($"Tài liệu kiểm chứng gồm {rows.Count:00} mục, đánh số theo mục lục tại Phụ lục kèm theo./."),
        ],
        Annexes =
        [
            new Annex
            {
                Title = "Mục lục tài liệu kiểm chứng",
                Content =
                [
                    new TextTable
                    {
                        Columns = [new("TT", 6, ColumnAlignment.Centre), new("Tên tài liệu", 37), new("Ngày", 18, ColumnAlignment.Centre), new("Cơ quan", 20), new("Tệp", 25)],
                        Rows = rows,
                    },
                ],
            },
        ],
        Signature = new Signature { Authority = heading.Authority is { } authority ? [authority] : [], Title = heading.Title },
    };

    /// <returns>The names under which its documents lie in the folder.</returns>
    private async Task<IReadOnlyList<string>> CopyAsync(ZipArchive archive, string folder, EvidenceLine line, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        foreach (var document in line.Files)
        {
            var number = line.Number.ToString("00", CultureInfo.InvariantCulture) + (names.Count == 0 ? "" : $".{(names.Count + 1).ToString(CultureInfo.InvariantCulture)}");
            var name = Named(number, Path.GetFileNameWithoutExtension(document.FileName)) + Path.GetExtension(document.FileName);
            await using var content = store.OpenRead(document);
            await using var entry = archive.CreateEntry($"{folder}/{name}", CompressionLevel.Fastest).Open();
            await content.CopyToAsync(entry, cancellationToken);
            names.Add(name);
        }

        return names;
    }

    /// <summary>"1.3.2. Tiêu chí": no name that a file system refuses, not too long for a path.</summary>
    private static string Named(string number, string title)
    {
        var name = SafeFileName.From($"{number}. {title}".Replace('/', '-').Replace('\\', '-'));
        return (name.Length > NameMost ? name[..NameMost] : name).TrimEnd(' ', '.');
    }
}
