using System.Text;
using Loa.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Loa.Tests.Platform.Outbox;

/// <summary>Gateways by configuration, against a real HTTP server.</summary>
public sealed class GatewayTests : IAsyncLifetime
{
    private readonly List<string> received = [];
    private WebApplication gateway = null!;

    private string Url => gateway.Urls.First();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        gateway = builder.Build();
        gateway.MapPost("/gui/{status:int}", async (int status, HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            received.Add($"{context.Request.Headers.Authorization}|{context.Request.ContentType}|{await reader.ReadToEndAsync()}");
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/gui/200";
            await context.Response.WriteAsync($"{{\"code\":0,\"echo\":\"{context.Request.Headers.Authorization}\"}}");
        });
        await gateway.StartAsync();
    }

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    [Fact]
    public async Task Send_Json_FillsTheTemplateOnceAndEscapes()
    {
        var outcome = await SendAsync(200, text: "Dòng \"một\"\nvà {address}");

        outcome.ShouldBe(SendOutcome.Sent);
        received.ShouldHaveSingleItem().ShouldBe("""Bearer s3cret-token|application/json; charset=utf-8|{"to":"0912345678","msg":"Dòng \"một\"\nvà {address}"}""");
    }

    [Theory]
    [InlineData(202, "Sent")]
    [InlineData(302, "Refused")]
    [InlineData(400, "Refused")]
    [InlineData(401, "NotNow")]
    [InlineData(429, "NotNow")]
    [InlineData(503, "NotNow")]
    [InlineData(500, "Unknown")]
    public async Task Send_ByStatus_TellsWhatBecameOfIt_FollowsNoRedirect_ShowsNoSecret(int status, string expected)
    {
        var outcome = await SendAsync(status);

        outcome.Result.ToString().ShouldBe(expected);
        received.Count.ShouldBe(1);
        (outcome.Detail ?? "").ShouldNotContain("s3cret");
    }

    [Fact]
    public async Task Send_AnswerThatDoesNotMatch_OrAddressThatDoesNot_IsRefused()
    {
        (await SendAsync(200, success: "\"code\":1")).Result.ShouldBe(SendResult.Refused);
        (await SendAsync(200, address: "a@b.example")).Problem.ShouldBe(OutboxProblems.BadAddress);
        received.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Send_GatewayAway_IsNotNow()
    {
        var url = Url;
        await gateway.StopAsync();

        (await SendAsync(200, url: url)).Result.ShouldBe(SendResult.NotNow);
    }

    [Theory]
    [InlineData("""{"channels":[{"name":"sms","url":"https://x.example","body":"{address}","nonsense":1}]}""", "nonsense")]
    [InlineData("""{"channels":[{"name":"mail","url":"https://x.example","body":"{address}"}]}""", "other than 'mail'")]
    [InlineData("""{"channels":[{"name":"sms","url":"http://x.example","body":"{address}"}]}""", "https")]
    [InlineData("""{"channels":[{"name":"sms","url":"https://x.example","body":"{text}"}]}""", "{address}")]
    [InlineData("""{"channels":[{"name":"sms","url":"https://x.example/${MISSING}","body":"{address}"}]}""", "MISSING")]
    [InlineData("""{"channels":[{"name":"sms","url":"https://x.example","body":"{address}","successPattern":"("}]}""", "successPattern")]
    [InlineData("""{"channels":[{"name":"sms","url":"https://x.example","body":"{address}","timeoutSeconds":600}]}""", "timeoutSeconds")]
    [InlineData("""{"channels":[{"name":"sms","url":"https://x.example","body":"{address}"},{"name":"sms","url":"https://x.example","body":"{address}"}]}""", "twice")]
    [InlineData("""{"channels":[{""", "line 1")]
    public void Parse_WhatCannotWork_SaysWhatIsWrong(string json, string expected) =>
        Should.Throw<SettingsException>(() => GatewaySettings.Parse(json, _ => null)).Message.ShouldContain(expected);

    [Theory]
    [InlineData("mail.example.vn", "not an address")]
    [InlineData("smtps://mail.example.vn?from=a@b.vn", "smtps://")]
    [InlineData("smtp://mail.example.vn", "no sender")]
    [InlineData("smtp://mail.example.vn?from=a@b.vn&tls=maybe", "maybe")]
    [InlineData("smtp://mail.example.vn?from=a@b.vn&ssl=1", "'ssl'")]
    [InlineData("smtp://u:hush-hush@mail.example.vn?from=a@b.vn&tls=none", "unprotected")]
    [InlineData("smtp://u@mail.example.vn?from=a@b.vn", "without a password")]
    public void Smtp_WhatCannotWork_SaysWhatIsWrongWithoutThePassword(string text, string expected)
    {
        var message = Should.Throw<SettingsException>(() => SmtpSettings.Parse(text)).Message;

        message.ShouldContain(expected);
        message.ShouldNotContain("hush-hush");
    }

    [Fact]
    public void Smtp_WithEverything_IsRead()
    {
        var settings = SmtpSettings.Parse("smtp://gui%40tinh.vn:m%C3%A2t%2Fkh%E1%BA%A9u@mail.tinh.vn?from=Loa%20%3Cgui@tinh.vn%3E");

        (settings.Host, settings.Port, settings.StartTls, settings.User, settings.Password, settings.From.Address, settings.From.DisplayName)
            .ShouldBe(("mail.tinh.vn", 587, true, "gui@tinh.vn", "mât/khẩu", "gui@tinh.vn", "Loa"));
    }

    private async Task<SendOutcome> SendAsync(int status, string text = "Chào bạn", string success = "\"code\":0", string address = "0912345678", string? url = null)
    {
        var json = $$$"""
            { "channels": [ { "name": "sms", "url": "{{{url ?? Url}}}/gui/{{{status}}}", "headers": { "Authorization": "Bearer ${TOKEN}" }, "successStatus": [200, 202],
              "body": "{\"to\":\"{address}\",\"msg\":\"{text}\"}", "successPattern": {{{System.Text.Json.JsonSerializer.Serialize(success)}}}, "addressPattern": "^0[0-9]{9}$" } ] }
            """;
        using var channel = new HttpTemplateChannel(GatewaySettings.Parse(json, name => name == "TOKEN" ? "s3cret-token" : null).Single());
        return await channel.SendAsync(new OutgoingMessage { Channel = "sms", Address = address, Subject = "Tiêu đề", Text = text, Key = "k" }, default);
    }
}
