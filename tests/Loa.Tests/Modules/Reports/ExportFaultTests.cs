using Loa.Data;
using Loa.Modules.Reports;
using Loa.Modules.Reports.Composing;
using Loa.Platform.Files;
using Loa.Tests.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Reports;

public abstract class ExportFaultTests(LoaHost host)
{
    /// <summary>Nobody gets half a file that looks whole, nothing of the report changes, and the next export is all there.</summary>
    [Fact]
    public async Task Export_DiskFullOrKilledAnywhere_GivesNoFile_AndTheNextIsWhole()
    {
        var (owner, _) = await host.CreateBodyAsync(3);
        var report = await host.ReportAsync(await host.OpenAsync(await host.CreateOutlineAsync(owner.AgencyId)), owner.AgencyId);
        var whole = await WriteAsync(report, long.MaxValue);
        whole.ShouldBeGreaterThan(2000);

        foreach (var most in new[] { 0, 1, whole / 3, whole - 1 })
        {
            await Should.ThrowAsync<IOException>(() => WriteAsync(report, most), $"after {most} bytes");
        }

        (await host.ReportAsync((await host.QueryAsync(db => db.Set<ReportingPeriod>().SingleAsync(p => p.ReportingPeriodId == report.ReportingPeriodId))), owner.AgencyId)).Revision.ShouldBe(report.Revision);
        using var officer = await host.OfficerOfAsync(owner);
        var file = await ReportExportTests.DownloadAsync(officer, report, "docx");
        file.Take(2).ShouldBe("PK"u8.ToArray());
        file.Length.ShouldBeInRange((int)whole - 200, (int)whole + 200);
    }

    private Task<long> WriteAsync(Report report, long most) => host.InScopeAsync(async services =>
    {
        var open = await services.GetRequiredService<ReportDesk>().OpenAsync(await services.GetRequiredService<LoaDbContext>().Set<Report>().SingleAsync(r => r.ReportId == report.ReportId), default);
        var answer = await TemporaryAnswer.WriteAsync("bao-cao.docx", "application/octet-stream", stream => services.GetRequiredService<ReportDocument>().WriteAsync(open, working: true, new FullDisk(stream, most), default));
        await using var file = ((FileStreamResult)answer).FileStream;
        return file.Length;
    });

    /// <summary>A disk that takes so many bytes and no more.</summary>
    private sealed class FullDisk(Stream inner, long most) : Stream
    {
        public override bool CanRead => inner.CanRead;

        public override bool CanSeek => inner.CanSeek;

        public override bool CanWrite => true;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => inner.Position = value;
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void SetLength(long value) => inner.SetLength(value);

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (inner.Position + count > most)
            {
                throw new IOException("No space left on device");
            }

            inner.Write(buffer, offset, count);
        }
    }
}

public sealed class ExportFaultsOnSqlite(SqliteHost host) : ExportFaultTests(host), IClassFixture<SqliteHost>;

public sealed class ExportFaultsOnPostgres(PostgresHost host) : ExportFaultTests(host), IClassFixture<PostgresHost>;
