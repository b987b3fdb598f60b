using System.Text.Json.Serialization;
using Loa.Documents.Vietnamese;

namespace Loa.Modules.Plans.Import.Drafts;

/// <summary>
/// What an officer is turning a document into: the reading, copied once and then edited. Every item keeps a short id for its
/// life, so passages, links and open forms survive reordering; and its own version, so two people who edit different items
/// never meet.
/// </summary>
internal sealed class PlanDraft
{
    public int LastId { get; set; }
    public DraftHeading Heading { get; set; } = new() { Id = "h1" };
    public List<DraftBasis> Bases { get; set; } = [];
    public List<DraftText> Texts { get; set; } = [];
    public List<DraftTarget> Targets { get; set; } = [];
    public List<DraftTask> Tasks { get; set; } = [];
    public List<DraftResponsibility> Responsibilities { get; set; } = [];
    public List<DraftCadence> Cadences { get; set; } = [];
    public List<DraftReporting> Reporting { get; set; } = [];
    public List<DraftUnread> Unread { get; set; } = [];

    [JsonIgnore]
    public ProgrammeYears? Years => Heading.Year is { } from ? new ProgrammeYears(from, Heading.YearTo ?? from) : null;

    /// <summary>Every item, in the order of the sections.</summary>
    [JsonIgnore]
    public IEnumerable<DraftItem> Items =>
        new DraftItem[] { Heading }
            .Concat(Bases).Concat(Texts).Concat(Targets).Concat(Tasks)
            .Concat(Responsibilities.SelectMany(r => r.Duties.Prepend<DraftItem>(r)))
            .Concat(Cadences).Concat(Reporting).Concat(Unread);

    [JsonIgnore]
    public IEnumerable<DraftDuty> Duties => Responsibilities.SelectMany(r => r.Duties);

    public DraftItem? Find(string id) => Items.FirstOrDefault(item => item.Id == id);

    public string NextId(char prefix) => $"{prefix}{++LastId}";
}
