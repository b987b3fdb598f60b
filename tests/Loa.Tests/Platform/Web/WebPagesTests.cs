using System.Diagnostics;
using System.Net;
using System.Text;
using Loa.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Loa.Tests.Platform.Web;

/// <summary>Addresses that people type lead to the public internet or nowhere.</summary>
public sealed class WebPagesTests : IAsyncLifetime, IDisposable
{
    private WebApplication app = null!;
    private TestNetwork network = null!;
    private WebPages pages = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
        network = new TestNetwork(new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port);
        pages = new WebPages(network, NullLogger<WebPages>.Instance);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Dispose() => pages.Dispose();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("198.18.0.1")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:0:1::1")]
    [InlineData("2001:db8::1")]
    public void IsPublic_WhatIsNot_IsNot(string address) => PublicNetwork.IsPublic(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("203.162.0.1")]
    [InlineData("::ffff:93.184.216.34")]
    [InlineData("2405:4800::1")]
    public void IsPublic_WhatIs_Is(string address) => PublicNetwork.IsPublic(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://localhost/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://noi-bo.example.vn/")]
    [InlineData("http://nua-noi-bo.example.vn/")]
    [InlineData("http://bao.example.vn/toi-127")]
    [InlineData("http://bao.example.vn/toi-noi-bo")]
    [InlineData("http://bao.example.vn/toi-tep")]
    [InlineData("http://bao.example.vn/quay-vong")]
    public async Task Read_LeadingInside_ReachesNothingThere(string address)
    {
        network.Names["localhost"] = "127.0.0.1";
        network.Names["noi-bo.example.vn"] = "10.0.0.5";
        network.Names["nua-noi-bo.example.vn"] = $"{TestNetwork.PublicAddress} 192.168.0.9";

        (await pages.ReadAsync(new Uri(address), default)).ShouldBe(WebPage.Gone);

        network.Reached.ShouldAllBe(reached => reached.ToString() == TestNetwork.PublicAddress);
    }

    [Fact]
    public async Task Read_APage_GivesTitleAndWords()
    {
        var page = await pages.ReadAsync(new Uri("http://bao.example.vn/tin"), default);

        page.ShouldBe(new WebPage(true, "Tập huấn một cửa & dịch vụ công", "Hơn 300 công chức\ndự tập huấn."));
        (await pages.ReadAsync(new Uri("http://bao.example.vn/chuyen"), default)).Title.ShouldBe(page.Title, "a redirect within the public internet is followed");
        (await pages.ReadAsync(new Uri("http://bao.example.vn/khong-co"), default)).ShouldBe(WebPage.Gone);
        (await pages.ReadAsync(new Uri("http://bao.example.vn/anh"), default)).ShouldBe(new WebPage(true, null, null));
    }

    [Fact]
    public async Task Read_ThatNeverEnds_IsCutAtAMegabyte()
    {
        var page = await pages.ReadAsync(new Uri("http://bao.example.vn/vo-tan"), default);

        page.IsThere.ShouldBeTrue();
        page.Text!.Length.ShouldBe(PageText.WordsMost);
    }

    [Theory]
    [InlineData("ftp://bao.example.vn/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://user:pass@bao.example.vn/")]
    [InlineData("bao.example.vn")]
    [InlineData("")]
    [InlineData(null)]
    public void Address_ThatIsNone_IsNotTaken(string? text) => WebPages.Address(text).ShouldBeNull();

    [Theory]
    [InlineData("<noscript>")]
    [InlineData("<b>")]
    [InlineData("<!--")]
    [InlineData("<")]
    [InlineData("<title><script>")]
    public void Words_OfAPageMadeToTakeLong_ComeAtOnce(string piece)
    {
        var page = new StringBuilder().Insert(0, piece, (1 << 20) / piece.Length).ToString();
        var watch = Stopwatch.StartNew();

        PageText.Words(page);
        PageText.Title(page);

        // A hundredfold of what it takes; a pass over the page for each of its parts would take hours.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        switch (context.Request.Path.Value)
        {
            case "/tin":
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.WriteAsync("<html><head><title> Tập huấn\n một cửa &amp; dịch vụ công</title><style>p{}</style></head><body><nav>Trang chủ</nav><p>Hơn 300  công chức</p><script>var x='<p>ẩn</p>'</script><!-- ẩn --><p>dự tập huấn.</p></body></html>");
                break;
            case "/chuyen":
                context.Response.Redirect("/tin");
                break;
            case "/toi-127":
                context.Response.Redirect("http://127.0.0.1/tin");
                break;
            case "/toi-noi-bo":
                context.Response.Redirect("http://noi-bo.example.vn/tin");
                break;
            case "/toi-tep":
                context.Response.Redirect("file:///etc/passwd");
                break;
            case "/quay-vong":
                context.Response.Redirect("/quay-vong");
                break;
            case "/anh":
                context.Response.ContentType = "image/png";
                break;
            case "/vo-tan":
                context.Response.ContentType = "text/plain";
                for (var i = 0; i < 2000 && !context.RequestAborted.IsCancellationRequested; i++)
                    await context.Response.WriteAsync(new string('x', 1024));
                break;
            default:
                context.Response.StatusCode = 404;
                break;
        }
    }
}
