using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Loa.Platform;

namespace Loa.Modules.Notifications;

/// <summary>The words of a mail, plain and as quiet HTML. Always Vietnamese: there is no language a person chose once for all.</summary>
internal static class NotificationMail
{
    /// <summary>How many notifications a digest spells out; the rest is a number and a link.</summary>
    public const int LongestDigest = 60;

    /// <summary>Vietnamese letters stay themselves; the mail says it is UTF-8.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static (string Text, string Html) Single(string title, string? text, string? link, string preferences)
    {
        var plain = new StringBuilder(title).Append("\n\n");
        var html = new StringBuilder($"<p><strong>{Encode(title)}</strong></p>");
        if (text is not null)
        {
            plain.Append(text).Append("\n\n");
            html.Append(CultureInfo.InvariantCulture, $"<p>{Encode(text).Replace("\n", "<br>", StringComparison.Ordinal)}</p>");
        }

        if (link is not null)
        {
            plain.Append("Xem: ").Append(link).Append("\n\n");
            html.Append(CultureInfo.InvariantCulture, $"<p>{Link(link, "Xem trên Loa")}</p>");
        }

        return Finish(plain, html, preferences);
    }

    /// <param name="groups">Notifications under the title of their kind.</param>
    /// <param name="count">How many there are, spelled out or not.</param>
    public static (string Subject, string Text, string Html) Digest(DateOnly day, IReadOnlyList<(string Title, IReadOnlyList<Notification> Items)> groups, int count, LoaSettings settings)
    {
        var opening = string.Format(CultureInfo.InvariantCulture, "Bạn có {0} thông báo chưa đọc trên Loa.", Formats.Number(count));
        var plain = new StringBuilder(opening).Append("\n\n");
        var html = new StringBuilder($"<p>{Encode(opening)}</p>");
        foreach (var (title, items) in groups)
        {
            plain.Append(title.ToUpperInvariant()).Append('\n');
            html.Append(CultureInfo.InvariantCulture, $"<h3>{Encode(title)}</h3><ul>");
            foreach (var item in items)
            {
                var link = item.Link is null ? null : settings.Absolute(item.Link);
                plain.Append("- ").Append(item.Title).Append(link is null ? "\n" : $"\n  {link}\n");
                html.Append(CultureInfo.InvariantCulture, $"<li>{(link is null ? Encode(item.Title) : Link(link, item.Title))}</li>");
            }

            plain.Append('\n');
            html.Append("</ul>");
        }

        var centre = settings.Absolute(NotificationLinks.Centre);
        plain.Append("Tất cả thông báo: ").Append(centre).Append("\n\n");
        html.Append(CultureInfo.InvariantCulture, $"<p>{Link(centre, "Tất cả thông báo")}</p>");
        var (text, markup) = Finish(plain, html, settings.Absolute(NotificationLinks.Preferences));
        return (string.Format(CultureInfo.InvariantCulture, "Loa ngày {0}: {1} thông báo chưa đọc", Formats.Date(day), Formats.Number(count)), text, markup);
    }

    /// <summary>For a gateway that counts characters.</summary>
    public static string Short(string title, string? link) => link is null ? $"Loa: {title}" : $"Loa: {title} {link}";

    public static string OneLine(string text, int longest) => Cut(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), longest);

    /// <summary>Never between the two halves of one letter.</summary>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1)] + "…";

    private static (string Text, string Html) Finish(StringBuilder plain, StringBuilder html, string preferences)
    {
        plain.Append("-- \n").Append("Thư tự động của Loa, không cần trả lời. Đổi cách nhận: ").Append(preferences).Append('\n');
        html.Append(CultureInfo.InvariantCulture, $"<hr><p><small>{Encode("Thư tự động của Loa, không cần trả lời.")} {Link(preferences, "Đổi cách nhận")}</small></p>");
        return (plain.ToString(), $"<!DOCTYPE html><html lang=\"vi\"><head><meta charset=\"utf-8\"></head><body>{html}</body></html>");
    }

    private static string Link(string address, string text) => $"<a href=\"{Encode(address)}\">{Encode(text)}</a>";

    private static string Encode(string text) => Encoder.Encode(text);
}
