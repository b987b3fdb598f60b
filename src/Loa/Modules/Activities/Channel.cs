using System.Text;
using Loa.Data;
using Loa.Documents.Vietnamese;
using Loa.Platform.Audit;

namespace Loa.Modules.Activities;

/// <summary>A concrete outlet of an agency: a station, a column, a page, a group of messages. Made by typing its name once.</summary>
[NotAudited]
internal sealed class Channel : IInsertedOnce
{
    public const int NameMaxLength = 200;

    /// <summary>Follows from agency and name, so that two people who type a new name at once mean the same row.</summary>
    public Guid ChannelId { get; private set; }

    public Guid AgencyId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The name folded: one outlet has one row in an agency, however it is typed.</summary>
    public string Folded { get; private set; } = "";

    public static Channel Create(Guid agencyId, string name)
    {
        var folded = Folding.Fold(name);
        return new Channel { ChannelId = DerivedId.Of(agencyId, Encoding.UTF8.GetBytes(folded)), AgencyId = agencyId, Name = name, Folded = folded };
    }
}
