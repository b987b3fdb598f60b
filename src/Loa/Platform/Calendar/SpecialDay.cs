namespace Loa.Platform;

internal enum DayKind
{
    /// <summary>A public holiday by law (nghỉ lễ, tết).</summary>
    Holiday = 1,

    /// <summary>Off because a holiday fell on a weekly day of rest (nghỉ bù).</summary>
    Compensation = 2,

    /// <summary>Off in exchange for another day (nghỉ hoán đổi).</summary>
    SwappedOff = 3,

    /// <summary>A weekly day of rest on which people work, in exchange (làm bù).</summary>
    MakeUp = 4,

    /// <summary>Like any day of its week after all: undoes what the program ships for it.</summary>
    Ordinary = 5,
}

internal enum Occasion
{
    NewYear = 1,
    Tet = 2,
    HungKings = 3,
    Reunification = 4,
    Labour = 5,
    NationalDay = 6,
}

/// <summary>Where a special day comes from: the law's general rule, a decision about that year, or this agency's administrator.</summary>
internal enum DaySource
{
    Projected = 1,
    Decreed = 2,
    Administrator = 3,
}

/// <summary>A day that is not what its place in the week says, or that is a holiday.</summary>
internal sealed record SpecialDay(DateOnly Date, DayKind Kind, Occasion? Occasion, DaySource Source, string? Name = null)
{
    public bool IsOff => Kind is DayKind.Holiday or DayKind.Compensation or DayKind.SwappedOff;
}
