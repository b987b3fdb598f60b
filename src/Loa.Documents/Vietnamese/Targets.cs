using Loa.Documents.Plans;

namespace Loa.Documents.Vietnamese;

/// <summary>Measurable promises.</summary>
public static class Targets
{
    /// <summary>The target of a sentence or paragraph; null when it holds no number that is one.</summary>
    public static Found<PlanTarget>? Read(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return null;
    }
}
