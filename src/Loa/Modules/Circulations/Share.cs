using Loa.Platform;

namespace Loa.Modules.Circulations;

/// <summary>So many of so many; never more than all of them.</summary>
internal readonly record struct Share
{
    public Share(long part, long whole) => (Part, Whole) = (Math.Clamp(part, 0, Math.Max(0, whole)), Math.Max(0, whole));

    public long Part { get; }

    public long Whole { get; }

    public bool IsKnown => Whole > 0;

    /// <summary>Rounded down: 100 % is said only of everyone.</summary>
    public long Percent => IsKnown ? Part * 100 / Whole : 0;

    /// <summary>12/15 (80%)</summary>
    public override string ToString() => IsKnown ? $"{Formats.Number(Part)}/{Formats.Number(Whole)} ({Percent}%)" : "–";
}
