using System.Globalization;
using System.Net.Mail;
using Microsoft.AspNetCore.WebUtilities;

namespace Loa.Platform;

/// <summary><c>smtp://user:password@host:port?from=Loa &lt;loa@example.vn&gt;&amp;tls=starttls</c>, user, password and sender percent-encoded.</summary>
internal sealed class SmtpSettings
{
    private const string Form = "Write LOA_SMTP as smtp://user:password@host:587?from=loa@example.vn&tls=starttls (user and password percent-encoded).";

    private SmtpSettings(string host, int port, bool startTls, MailAddress from)
    {
        (Host, Port, StartTls, From) = (host, port, startTls, from);
    }

    public string Host { get; }

    public int Port { get; }

    public bool StartTls { get; }

    public MailAddress From { get; }

    public string? User { get; private init; }

    public string? Password { get; private init; }

    /// <exception cref="SettingsException">It cannot be used; the message names what is wrong without showing the password.</exception>
    public static SmtpSettings Parse(string text)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            throw new SettingsException($"LOA_SMTP is not an address. {Form}");
        }

        if (uri.Scheme != "smtp")
        {
            throw new SettingsException($"LOA_SMTP begins with {uri.Scheme}://; only smtp:// is known, which turns to TLS by STARTTLS (port 587). {Form}");
        }

        var query = QueryHelpers.ParseQuery(uri.Query);
        if (query.Keys.FirstOrDefault(key => key is not ("from" or "tls")) is { } unknown)
        {
            throw new SettingsException($"LOA_SMTP has a parameter '{unknown}'; only from and tls are known. {Form}");
        }

        var startTls = query.TryGetValue("tls", out var tls) ? tls.ToString() switch
        {
            "starttls" => true,
            "none" => false,
            _ => throw new SettingsException($"LOA_SMTP says tls={tls}; it may be starttls or none. {Form}"),
        }
        : true;
        if (!MailAddress.TryCreate(query.GetValueOrDefault("from"), out var from))
        {
            throw new SettingsException($"LOA_SMTP names no sender, or one that is not a mail address. {Form}");
        }

        var (user, password) = Credentials(uri);
        if (user is not null && !startTls && !uri.IsLoopback)
        {
            throw new SettingsException("LOA_SMTP would send the password unprotected: leave tls=none away, or the user and the password.");
        }

        return new SmtpSettings(uri.IdnHost, uri.IsDefaultPort || uri.Port <= 0 ? (startTls ? 587 : 25) : uri.Port, startTls, from) { User = user, Password = password };
    }

    private static (string? User, string? Password) Credentials(Uri uri)
    {
        if (uri.UserInfo.Length == 0)
        {
            return (null, null);
        }

        var parts = uri.UserInfo.Split(':', 2);
        return parts.Length == 2 ? (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1])) : throw new SettingsException($"LOA_SMTP names a user without a password. {Form}");
    }

    /// <summary>For people: never the password.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");
}
