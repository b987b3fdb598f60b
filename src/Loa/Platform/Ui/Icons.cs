using System.Collections.Frozen;

namespace Loa.Platform.Ui;

/// <summary>The icons of the interface: our own strokes on a 20 × 20 grid, drawn inline so that they follow the text's colour.</summary>
public static class Icons
{
    private static readonly FrozenDictionary<string, string> Paths = new Dictionary<string, string>
    {
        ["home"] = "M3.5 9 10 3.5 16.5 9v7.5H12v-4.5H8v4.5H3.5z",
        ["plan"] = "M5 2.8h6.5L15 6.3v10.9H5zM11.5 2.8v3.5H15M7.5 9.8h5M7.5 12.8h5",
        ["task"] = "M4 4h12v12H4zM7 10l2.2 2.2L13.2 8",
        ["activity"] = "M3 10h3l2.2-5.5 3.6 11L14 10h3",
        ["report"] = "M4 16.5V3.5h12v13zM7.3 13V9.5M10 13V7M12.7 13v-2",
        ["agency"] = "M3.5 16.5h13M5 16.5V8M15 16.5V8M8.4 16.5V8M11.6 16.5V8M3 8l7-4.5L17 8z",
        ["people"] = "M7.3 9.3a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4M2.5 16.2c.3-2.9 2.2-4.6 4.8-4.6s4.5 1.7 4.8 4.6M13 4.2a2.6 2.6 0 0 1 0 4.9M14.4 11.9c1.8.6 2.9 2 3.1 4.3",
        ["person"] = "M10 9.6a3 3 0 1 0 0-6 3 3 0 0 0 0 6M4 16.6c.4-3.2 2.8-5 6-5s5.6 1.8 6 5",
        ["search"] = "M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11M13 13l3.7 3.7",
        ["upload"] = "M10 13V3.8M6.4 7.2 10 3.6l3.6 3.6M3.8 12.5v3.7h12.4v-3.7",
        ["download"] = "M10 3.5v9.2M6.4 9.2 10 12.8l3.6-3.6M3.8 12.7v3.5h12.4v-3.5",
        ["file"] = "M5 2.8h6.5L15 6.3v10.9H5zM11.5 2.8v3.5H15",
        ["check"] = "M4 10.5 8.2 14.7 16 6",
        ["check-circle"] = "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M6.9 10.2l2.2 2.2 4-4.4",
        ["warning"] = "M10 3.2 17.6 16.4H2.4zM10 8v3.8M10 14.1v.1",
        ["error"] = "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M10 6.2v4.6M10 13.6v.1",
        ["info"] = "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M10 9.2v4.6M10 6.4v.1",
        ["clock"] = "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M10 6v4.2l2.6 1.7",
        ["pencil"] = "M4 16l.7-3.3 8.5-8.5 2.6 2.6-8.5 8.5zM11.6 5.8l2.6 2.6",
        ["circle"] = "M10 16a6 6 0 1 0 0-12 6 6 0 0 0 0 12",
        ["dot"] = "M10 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5",
        ["calendar"] = "M3.5 5h13v11.5h-13zM3.5 8.6h13M7 3.2v3M13 3.2v3",
        ["chevron-right"] = "M8 5l5 5-5 5",
        ["chevron-down"] = "M5 8l5 5 5-5",
        ["chevron-up"] = "M5 12l5-5 5 5",
        ["sort"] = "M6.5 8 10 4.5 13.5 8M6.5 12l3.5 3.5 3.5-3.5",
        ["arrow-right"] = "M4 10h12M11.5 5.5 16 10l-4.5 4.5",
        ["plus"] = "M10 4.2v11.6M4.2 10h11.6",
        ["close"] = "M5.2 5.2l9.6 9.6M14.8 5.2l-9.6 9.6",
        ["trash"] = "M4 5.8h12M8 5.8V3.6h4v2.2M5.4 5.8l.7 10.6h7.8l.7-10.6M8.4 8.8v4.8M11.6 8.8v4.8",
        ["columns"] = "M3.5 4.5h13v11h-13zM8 4.5v11M12.2 4.5v11",
        ["filter"] = "M3.2 4.5h13.6l-5.2 6.2v4.8l-3.2-1.6v-3.2z",
        ["link"] = "M8.4 11.6a3 3 0 0 0 4.3 0l2.6-2.6a3 3 0 0 0-4.3-4.3l-.9.9M11.6 8.4a3 3 0 0 0-4.3 0L4.7 11a3 3 0 0 0 4.3 4.3l.9-.9",
        ["lock"] = "M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9",
        ["globe"] = "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M3.2 10h13.6M10 3c2.3 2 3.2 4.3 3.2 7s-.9 5-3.2 7c-2.3-2-3.2-4.3-3.2-7s.9-5 3.2-7",
        ["sign-out"] = "M8 3.8H4v12.4h4M8.5 10h8M13.3 6.8l3.2 3.2-3.2 3.2",
        ["help"] = "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M7.9 8.1c.1-1.2 1-2 2.2-2s2.1.8 2.1 1.9c0 1.5-2.1 1.7-2.1 3.3M10.1 13.7v.1",
        ["history"] = "M3.5 10a6.5 6.5 0 1 0 2-4.7L3.4 7.3M3.4 3.6v3.7h3.7M10 6.7v3.6l2.4 1.4",
        ["megaphone"] = "M3.5 8.2v3.6h2.6l6.9 3.7V4.5L6.1 8.2zM6.1 11.8l.9 4.2h2.1l-.7-3M15.2 8a2.7 2.7 0 0 1 0 4",
        ["settings"] = "M3.5 6h7M14 6h2.5M3.5 14h2.5M9.5 14h7M12.2 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4M7.7 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4",
        ["undo"] = "M7 4.5 3.8 7.7 7 10.9M4 7.7h7.4a4.4 4.4 0 0 1 0 8.8H8",
        ["unread"] = "M3.5 4.5h13v11h-13zM3.5 12h3.6l1.2 1.8h3.4l1.2-1.8h3.6",
        ["chart"] = "M3.8 16.2V3.8M3.8 16.2h12.4M7.3 13.4V9.6M10.6 13.4V6.4M13.9 13.4v-2.6",
        ["mail"] = "M3 5h14v10.5H3zM3.4 5.4 10 10.6l6.6-5.2",
        ["bell"] = "M5 13.8h10l-1.3-2V8.6a3.7 3.7 0 0 0-7.4 0v3.2zM8.4 16.2h3.2M10 3.2v1.6",
        ["menu"] = "M3.5 5.5h13M3.5 10h13M3.5 14.5h13",
        ["print"] = "M6 7.5V3.5h8v4M6 13.5H3.5v-6h13v6H14M6 11.5h8v5H6z",
    }.ToFrozenDictionary();

    public static IReadOnlyCollection<string> Names => Paths.Keys;

    /// <summary>The icon as decoration: its meaning must stand beside it in words.</summary>
    public static string Svg(string name) =>
        Paths.TryGetValue(name, out var path)
            ? $"<svg class=\"icon\" viewBox=\"0 0 20 20\" aria-hidden=\"true\" focusable=\"false\"><path d=\"{path}\"/></svg>"
            : throw new ArgumentException($"There is no icon named '{name}'.", nameof(name));
}
