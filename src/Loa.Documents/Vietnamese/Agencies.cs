using Loa.Documents.Vietnamese.Bodies;
using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese;

/// <summary>One agency, group of agencies or office-holder of a list.</summary>
/// <param name="Name">As printed in one line, without list dash and final punctuation; an elliptic name with its head restored.</param>
/// <param name="Ranges">Where it stands; two ranges where the head stands apart from the rest.</param>
/// <param name="HasHead">The name starts with a known kind of body; without one it belongs to the unread items too.</param>
/// <param name="Restored">The head was taken from an earlier name.</param>
public sealed record AgencyEntry(string Name, IReadOnlyList<TextRange> Ranges, bool HasHead, bool Restored);

/// <summary>A heading or duty that opens with an agency.</summary>
/// <param name="Agency">As printed, without label, request verb and final punctuation.</param>
/// <param name="AgencyRange">Where the name (or list of names) stands.</param>
/// <param name="Request">It opens with "Đề nghị", "Kính đề nghị", "Mời".</param>
/// <param name="RestStart">Where the duty starts after the name and its colon, dot or comma; the text's length when nothing follows.</param>
/// <param name="Closed">A colon or the end of the paragraph closes the name: the paragraph is a heading, or heading and duty.</param>
public sealed record AgencyOpening(string Agency, TextRange AgencyRange, bool Request, int RestStart, bool Closed);

/// <summary>Lists and names of agencies.</summary>
public static class Agencies
{
    /// <summary>Reads a cell's list, its paragraphs joined by '\n'.</summary>
    public static IReadOnlyList<AgencyEntry> ReadList(string text) => new AgencyListReader(Tokens.Read(text)).Read();

    /// <summary>Whether a paragraph or heading (label included or not) opens with an agency, and where the name ends.</summary>
    public static AgencyOpening? StartsWithAgency(string paragraph)
    {
        ArgumentNullException.ThrowIfNull(paragraph);
        return AgencyOpenings.Read(paragraph);
    }
}
