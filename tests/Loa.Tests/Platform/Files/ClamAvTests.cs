using Loa.Platform.Files;

namespace Loa.Tests.Platform.Files;

public sealed class ClamAvTests : IDisposable
{
    private readonly ScannerServer server = new();

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task Scan_SaysWhatTheScannerSays()
    {
        (await ScanAsync("biên bản")).ShouldBe(new ScanAnswer(null));
        (await ScanAsync($"x {ScannerServer.Threat} y")).ShouldBe(new ScanAnswer("Test.Signature-1"));
        (await ScanAsync(new string('x', 300_000))).ShouldBe(new ScanAnswer(null));
    }

    [Fact]
    public async Task Scan_TooLargeForTheScanner_IsNotAnAnswerAboutTheFile()
    {
        server.LargestBytes = 100_000;
        (await ScanAsync(new string('x', 3_000_000))).Refused.ShouldBeTrue();
    }

    [Fact]
    public async Task Scan_ScannerAwayOrBrokenOff_CanBeTriedAgain()
    {
        server.IsAway = true;
        await Should.ThrowAsync<IOException>(() => ScanAsync("x"));
        await Should.ThrowAsync<IOException>(() => new ClamAv(new ClamAvSettings("/khong/co.ctl", null, 0)).ScanAsync(new MemoryStream([1]), default));
    }

    [Theory]
    [InlineData("unix:/run/clamav/clamd.ctl", "/run/clamav/clamd.ctl", null, 0)]
    [InlineData("quet.tinh.gov.vn:3310", null, "quet.tinh.gov.vn", 3310)]
    [InlineData("[::1]:3310", null, "::1", 3310)]
    public void Settings_AreRead(string text, string? socket, string? host, int port) => ClamAvSettings.From(text).ShouldBe(new ClamAvSettings(socket, host, port));

    [Theory]
    [InlineData("clamd")]
    [InlineData("clamd:0")]
    public void Settings_ThatCannotWork_StopTheStart(string text) => Should.Throw<SettingsException>(() => ClamAvSettings.From(text));

    private Task<ScanAnswer> ScanAsync(string content) => new ClamAv(new ClamAvSettings(null, "127.0.0.1", server.Port)).ScanAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)), default);
}
