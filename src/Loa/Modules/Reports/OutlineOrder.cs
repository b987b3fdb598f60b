namespace Loa.Modules.Reports;

/// <summary>The order of an outline's sections and figures. A section moves with those below it, past a neighbour of its own level; a figure within its section.</summary>
internal static class OutlineOrder
{
    public static List<OutlineSection> Sections(ReportOutline outline) => [.. outline.Sections.OrderBy(part => part.Ordinal).ThenBy(part => part.OutlineSectionId)];

    public static List<OutlineFigure> Figures(ReportOutline outline, Guid sectionId) =>
        [.. outline.Figures.Where(figure => figure.OutlineSectionId == sectionId).OrderBy(figure => figure.Ordinal).ThenBy(figure => figure.OutlineFigureId)];

    public static bool MayMove(ReportOutline outline, OutlineSection moved, bool up) => Moved(outline, moved, up) is not null;

    public static bool MayMove(ReportOutline outline, OutlineFigure moved, bool up)
    {
        var figures = Figures(outline, moved.OutlineSectionId);
        return (up ? figures[0] : figures[^1]) != moved;
    }

    /// <summary>Nothing happens where there is no such neighbour.</summary>
    public static void Move(ReportOutline outline, OutlineSection moved, bool up) => Number(outline, Moved(outline, moved, up) ?? Sections(outline));

    /// <summary>Nothing happens where there is no such neighbour.</summary>
    public static void Move(ReportOutline outline, OutlineFigure moved, bool up)
    {
        if (MayMove(outline, moved, up))
        {
            var figures = Figures(outline, moved.OutlineSectionId);
            var other = figures[figures.IndexOf(moved) + (up ? -1 : 1)];
            (moved.Ordinal, other.Ordinal) = (other.Ordinal, moved.Ordinal);
        }
    }

    /// <summary>Numbers sections and figures through from one; must follow whatever was added or taken away.</summary>
    public static void Arrange(ReportOutline outline) => Number(outline, Sections(outline));

    private static void Number(ReportOutline outline, List<OutlineSection> sections)
    {
        var (sectionOrdinal, figureOrdinal) = (0, 0);
        foreach (var part in sections)
        {
            part.Ordinal = ++sectionOrdinal;
            foreach (var figure in Figures(outline, part.OutlineSectionId))
            {
                figure.Ordinal = ++figureOrdinal;
            }
        }
    }

    /// <summary>Null: there is no neighbour on that side.</summary>
    private static List<OutlineSection>? Moved(ReportOutline outline, OutlineSection moved, bool up)
    {
        var sections = Sections(outline);
        var start = sections.IndexOf(moved);
        var end = EndOf(sections, start);
        var neighbour = up ? start - 1 : end;
        while (up && neighbour >= 0 && sections[neighbour].Level > moved.Level)
        {
            neighbour--;
        }

        if (neighbour < 0 || neighbour >= sections.Count || sections[neighbour].Level < moved.Level)
        {
            return null;
        }

        return up
            ? [.. sections[..neighbour], .. sections[start..end], .. sections[neighbour..start], .. sections[end..]]
            : [.. sections[..start], .. sections[end..EndOf(sections, end)], .. sections[start..end], .. sections[EndOf(sections, end)..]];
    }

    /// <summary>Behind the last section that stands below the one at <paramref name="start"/>.</summary>
    private static int EndOf(List<OutlineSection> sections, int start)
    {
        var end = start + 1;
        while (end < sections.Count && sections[end].Level > sections[start].Level)
        {
            end++;
        }

        return end;
    }
}
