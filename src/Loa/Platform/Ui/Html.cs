using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Loa.Platform.Ui;

/// <summary>Small words for building markup in tag helpers: text is always encoded, markup is always a builder.</summary>
internal static class Html
{
    public static TagBuilder Tag(string name, string? cssClass = null, params object?[] children)
    {
        var tag = new TagBuilder(name);
        if (cssClass is not null)
        {
            tag.AddCssClass(cssClass);
        }

        return tag.With(children);
    }

    public static TagBuilder With(this TagBuilder tag, params object?[] children)
    {
        foreach (var child in children)
        {
            _ = child switch
            {
                null => tag.InnerHtml,
                IHtmlContent html => tag.InnerHtml.AppendHtml(html),
                _ => tag.InnerHtml.Append(child.ToString()!),
            };
        }

        return tag;
    }

    /// <summary>Sets the attribute, or leaves it out when there is no value.</summary>
    public static TagBuilder Set(this TagBuilder tag, string name, string? value)
    {
        if (value is not null)
        {
            tag.Attributes[name] = value;
        }

        return tag;
    }

    public static TagBuilder Flag(this TagBuilder tag, string name, bool on) => on ? tag.Set(name, "") : tag;

    public static TagBuilder Link(string href, string? cssClass = null, params object?[] children) => Tag("a", cssClass, children).Set("href", href);

    /// <summary>An element without content, such as <c>input</c>.</summary>
    public static TagBuilder Void(string name, string? cssClass = null)
    {
        var tag = Tag(name, cssClass);
        tag.TagRenderMode = TagRenderMode.SelfClosing;
        return tag;
    }

    public static IHtmlContent Icon(string name) => new HtmlString(Icons.Svg(name));

    public static TagBuilder Hidden(string text) => Tag("span", "visually-hidden", text);

    public static IHtmlContent All(params object?[] parts) => new HtmlContentBuilder().Add(parts);

    private static HtmlContentBuilder Add(this HtmlContentBuilder builder, object?[] parts)
    {
        foreach (var part in parts)
        {
            _ = part switch
            {
                null => builder,
                IHtmlContent html => builder.AppendHtml(html),
                _ => builder.Append(part.ToString()!),
            };
        }

        return builder;
    }

    /// <summary>The tone of a status or notice; the colour never stands alone, an icon and words go with it.</summary>
    public static string IconOf(Tone tone) => tone switch
    {
        Tone.Good => "check-circle",
        Tone.Warning => "warning",
        Tone.Bad => "error",
        Tone.Info => "info",
        _ => "circle",
    };

    public static string? ClassOf(Tone tone) => tone == Tone.Neutral ? null : tone.ToString().ToLowerInvariant();
}

public enum Tone
{
    Neutral,
    Good,
    Warning,
    Bad,
    Info,
}
