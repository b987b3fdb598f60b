using Loa.Platform;

namespace Loa.Modules.Circulations;

/// <summary>So many of so many; never more than all of them.</summary>
internal readonly record struct Share
{
    public Share(long part, long whole) => (Part, Whole) = (Math.Clamp(part, 0, Math.Max(0, whole)), Math.Max(0, whole));

    public long Part { get; }

    public long Whole { get; }

    public bool IsKnown => Whole > 0;

    public decimal Percent => Formats.PercentOf(Part, Whole);

    /// <summary>80%; a dash where the whole is not known.</summary>
    public string Figure => Formats.Percent(Part, Whole);

    /// <summary>12/15 (80%)</summary>
    public override string ToString() => IsKnown ? $"{Formats.Number(Part)}/{Formats.Number(Whole)} ({Figure})" : "–";
}
