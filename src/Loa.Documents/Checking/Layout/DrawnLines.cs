using System.Globalization;
using Loa.Documents.Blocks.Docx;

namespace Loa.Documents.Checking.Layout;

/// <summary>Recognises a drawn line: DrawingML's <c>prstGeom</c> behind its <c>extent</c>, or a line of VML.</summary>
internal sealed class DrawnLines(WordXml xml)
{
    private const double EmuAPoint = 12700;

    /// <summary>Units of VML in points; a bare number is last, since it ends any text.</summary>
    private static readonly (string Unit, double Scale)[] Units = [("pt", 1), ("in", 72), ("mm", 72 / 25.4), ("cm", 72 / 2.54), ("", 1)];

    private double _extent = double.NaN;

    /// <summary>The length in points when the current element is a line; NaN when it is one of unknown length.</summary>
    public double? Read()
    {
        var reader = xml.Reader;
        switch (reader.LocalName)
        {
            case "extent" or "ext" when reader.GetAttribute("cx") is { } width:
                if (double.TryParse(width, NumberStyles.Integer, CultureInfo.InvariantCulture, out var emu))
                    _extent = emu / EmuAPoint;
                return null;
            case "prstGeom" when reader.GetAttribute("prst") is "line" or "straightConnector1":
                return _extent;
            case "line" when reader.NamespaceURI == "urn:schemas-microsoft-com:vml":
                return Span(reader.GetAttribute("from"), reader.GetAttribute("to"));
            case "shape" when reader.GetAttribute("type") is "#_x0000_t32" or "#_x0000_t20":
                return Width(reader.GetAttribute("style"));
            default:
                return null;
        }
    }

    private static double Span(string? from, string? to) => Points(from?.Split(',')[0]) is { } start && Points(to?.Split(',')[0]) is { } end ? Math.Abs(end - start) : double.NaN;

    private static double Width(string? style)
    {
        foreach (var part in style?.Split(';') ?? [])
        {
            if (part.Trim() is var rule && rule.StartsWith("width:", StringComparison.Ordinal))
                return Points(rule[6..]) ?? double.NaN;
        }

        return double.NaN;
    }

    private static double? Points(string? text)
    {
        foreach (var (unit, scale) in Units)
        {
            if (text?.Trim() is { } length && length.EndsWith(unit, StringComparison.Ordinal) && double.TryParse(length.AsSpan(0, length.Length - unit.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                return value * scale;
        }

        return null;
    }
}
