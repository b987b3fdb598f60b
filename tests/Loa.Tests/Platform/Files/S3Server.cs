using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Loa.Tests.Platform.Files;

/// <summary>As much of S3 as the store uses, and strict: each request must carry a signature (version 4) that comes out the same when it is computed here from the description of the protocol.</summary>
internal sealed class S3Server : IAsyncDisposable
{
    public const string AccessKey = "LOATEST";
    public const string SecretKey = "bi-mat-cua-kho+/=";
    public const string Bucket = "minh-chung";
    private readonly WebApplication app;

    private S3Server(WebApplication app) => this.app = app;

    public ConcurrentDictionary<string, (byte[] Content, DateTime At)> Objects { get; } = new();

    public int Refused { get; private set; }

    public Uri Address { get; private set; } = null!;

    public static async Task<S3Server> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new S3Server(builder.Build());
        server.app.Run(server.AnswerAsync);
        await server.app.StartAsync();
        server.Address = new Uri(server.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (!IsSigned(context.Request, body.ToArray()))
        {
            Refused++;
            context.Response.StatusCode = 403;
            return;
        }

        var key = context.Request.Path.Value!.TrimEnd('/')[(Bucket.Length + 1)..].TrimStart('/');
        switch (context.Request.Method)
        {
            case "PUT":
                Objects[key] = (body.ToArray(), TimeProvider.System.GetUtcNow().UtcDateTime);
                break;
            case "DELETE":
                Objects.TryRemove(key, out _);
                context.Response.StatusCode = 204;
                break;
            case "GET" when key.Length == 0:
                await ListAsync(context);
                break;
            default:
                await SendAsync(context, key);
                break;
        }
    }

    private async Task SendAsync(HttpContext context, string key)
    {
        if (!Objects.TryGetValue(key, out var found))
        {
            context.Response.StatusCode = 404;
            return;
        }

        var from = 0;
        if (context.Request.Headers.Range.ToString() is { Length: > 0 } range)
        {
            from = int.Parse(range["bytes=".Length..].Split('-')[0], CultureInfo.InvariantCulture);
            context.Response.StatusCode = 206;
            context.Response.Headers.ContentRange = $"bytes {from}-{found.Content.Length - 1}/{found.Content.Length}";
        }

        context.Response.Headers.LastModified = found.At.ToString("R", CultureInfo.InvariantCulture);
#pragma warning disable CA5351 // As the protocol has it.
        context.Response.Headers.ETag = $"\"{Convert.ToHexStringLower(MD5.HashData(found.Content))}\"";
#pragma warning restore CA5351
        context.Response.ContentLength = found.Content.Length - from;
        if (context.Request.Method == "GET")
            await context.Response.Body.WriteAsync(found.Content.AsMemory(from));
    }

    /// <summary>Two at a time, so that the pages of a list are asked for.</summary>
    private async Task ListAsync(HttpContext context)
    {
        var after = context.Request.Query["continuation-token"].ToString();
        var rows = Objects.Where(o => o.Key.StartsWith(context.Request.Query["prefix"].ToString(), StringComparison.Ordinal) && string.CompareOrdinal(o.Key, after) > 0).OrderBy(o => o.Key, StringComparer.Ordinal).ToList();
        var page = string.Concat(rows.Take(2).Select(o => $"<Contents><Key>{o.Key}</Key><LastModified>{o.Value.At:yyyy-MM-ddTHH:mm:ss.fffZ}</LastModified><Size>{o.Value.Content.Length}</Size></Contents>"));
        var more = rows.Count > 2 ? $"<IsTruncated>true</IsTruncated><NextContinuationToken>{rows[1].Key}</NextContinuationToken>" : "<IsTruncated>false</IsTruncated>";
        context.Response.ContentType = "application/xml";
        await context.Response.WriteAsync($"<?xml version=\"1.0\"?><ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">{more}{page}</ListBucketResult>");
    }

    private static bool IsSigned(HttpRequest request, byte[] body)
    {
        var said = request.Headers.Authorization.ToString();
        if (!said.StartsWith("AWS4-HMAC-SHA256 ", StringComparison.Ordinal))
            return false;
        var parts = said["AWS4-HMAC-SHA256 ".Length..].Split(',').Select(part => part.Trim().Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        var scope = parts["Credential"].Split('/', 2)[1];
        var hash = request.Headers["x-amz-content-sha256"].ToString();
        if (parts["Credential"].Split('/')[0] != AccessKey || hash != Convert.ToHexStringLower(SHA256.HashData(body)))
            return false;
        var headers = parts["SignedHeaders"].Split(';');
        var query = string.Join('&', request.Query.SelectMany(pair => pair.Value.Select(value => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(value ?? "")}")).Order(StringComparer.Ordinal));
        var canonical = string.Join('\n', request.Method, request.Path.Value, query, string.Concat(headers.Select(name => $"{name}:{request.Headers[name].ToString().Trim()}\n")), parts["SignedHeaders"], hash);
        var text = string.Join('\n', "AWS4-HMAC-SHA256", request.Headers["x-amz-date"].ToString(), scope, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + SecretKey), (secret, part) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(part)));
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text))) == parts["Signature"];
    }
}
