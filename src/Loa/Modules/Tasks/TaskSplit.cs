using Loa.Data;
using Loa.Platform.Audit;

namespace Loa.Modules.Tasks;

/// <summary>
/// Who does what by when within one task, as lead and coordinators agreed it in writing. A lead proposes; every other agency that has a line agrees or answers with a
/// remark; when all of them agree, the version is in force. A change is a new version that must be agreed again: the one in force holds until then, and every version stays readable.
/// </summary>
internal sealed class TaskSplit : IRevised
{
    public const int LinesMost = 60;

    public Guid TaskSplitId { get; set; }

    public Guid PlanTaskId { get; set; }

    public long Revision { get; set; }

    public List<SplitVersion> Versions { get; } = [];

    public SplitVersion? InForce => Versions.Find(version => version.State == SplitState.InForce);

    /// <summary>The one that waits for answers.</summary>
    public SplitVersion? Proposed => Versions.Find(version => version.State == SplitState.Proposed);

    public SplitVersion? Latest => Versions.MaxBy(version => version.Number);

    /// <summary>A new version in place of what was proposed before; who has lines in it, but the proposer, is asked to agree.</summary>
    /// <param name="by">The lead's assignment.</param>
    /// <exception cref="InvalidOperationException">No line, or none of another agency: there would be nobody to agree with.</exception>
    public SplitVersion Propose(Guid by, Guid personId, DateTime at, IReadOnlyList<SplitLine> lines)
    {
        if (lines.Count is 0 or > LinesMost || lines.All(line => line.AssignmentId == by))
        {
            throw new InvalidOperationException("A split names at least one other agency.");
        }

        Proposed?.State = SplitState.Dropped;
        var version = new SplitVersion
        {
            SplitVersionId = Guid.CreateVersion7(),
            TaskSplitId = TaskSplitId,
            Number = (Latest?.Number ?? 0) + 1,
            ProposedByAssignmentId = by,
            ProposedById = personId,
            ProposedAt = at,
        };
        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
        {
            (line.SplitLineId, line.SplitVersionId, line.Ordinal) = (Guid.CreateVersion7(), version.SplitVersionId, index + 1);
            version.Lines.Add(line);
        }

        version.Parties.AddRange(lines.Select(line => line.AssignmentId).Where(id => id != by).Distinct().Select(id => new SplitParty { SplitVersionId = version.SplitVersionId, AssignmentId = id }));
        Versions.Add(version);
        return version;
    }

    /// <returns>False where this version does not wait for that agency (any more).</returns>
    public bool Agree(int number, Guid assignmentId, Guid personId, DateTime at)
    {
        if (Waiting(number, assignmentId) is not { } party)
        {
            return false;
        }

        (party.State, party.ById, party.At, party.Remark) = (SplitAnswer.Agreed, personId, at, null);
        var version = Proposed!;
        if (version.Parties.TrueForAll(other => other.State == SplitAnswer.Agreed))
        {
            InForce?.State = SplitState.Replaced;
            (version.State, version.InForceAt) = (SplitState.InForce, at);
        }

        return true;
    }

    /// <summary>Not as it stands, and why. The agency may still agree to it; the lead may propose another one.</summary>
    /// <returns>False where this version does not wait for that agency (any more).</returns>
    public bool Answer(int number, Guid assignmentId, Guid personId, DateTime at, string remark)
    {
        if (Waiting(number, assignmentId) is not { } party)
        {
            return false;
        }

        (party.State, party.ById, party.At, party.Remark) = (SplitAnswer.Remarked, personId, at, remark);
        return true;
    }

    /// <returns>False where this version is not proposed (any more).</returns>
    public bool Drop(int number)
    {
        if (Proposed is not { } version || version.Number != number)
        {
            return false;
        }

        version.State = SplitState.Dropped;
        return true;
    }

    private SplitParty? Waiting(int number, Guid assignmentId) =>
        Proposed is { } version && version.Number == number ? version.Parties.Find(party => party.AssignmentId == assignmentId) : null;
}

internal sealed class SplitVersion : IAuditedPart
{
    public Guid SplitVersionId { get; set; }

    public Guid TaskSplitId { get; set; }

    public int Number { get; set; }

    public SplitState State { get; set; } = SplitState.Proposed;

    public Guid ProposedByAssignmentId { get; set; }

    public Guid ProposedById { get; set; }

    public DateTime ProposedAt { get; set; }

    public DateTime? InForceAt { get; set; }

    public List<SplitLine> Lines { get; } = [];

    public List<SplitParty> Parties { get; } = [];

    string IAuditedPart.AuditSubjectType => nameof(TaskSplit);

    Guid IAuditedPart.AuditSubjectId => TaskSplitId;
}

/// <summary>What one agency does by when. It hangs on the agency's assignment, so that it passes to a successor together with the work.</summary>
internal sealed class SplitLine : IAuditedPart
{
    public const int WhatMaxLength = 1000;

    public Guid SplitLineId { get; set; }

    public Guid SplitVersionId { get; set; }

    public int Ordinal { get; set; }

    public Guid AssignmentId { get; set; }

    public required string What { get; set; }

    public DateOnly? DueOn { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(SplitVersion);

    Guid IAuditedPart.AuditSubjectId => SplitVersionId;
}

/// <summary>An agency that has to agree, and its answer.</summary>
internal sealed class SplitParty : IAuditedPart
{
    public const int RemarkMaxLength = 1000;

    public Guid SplitVersionId { get; set; }

    public Guid AssignmentId { get; set; }

    public SplitAnswer State { get; set; } = SplitAnswer.Waiting;

    public Guid? ById { get; set; }

    public DateTime? At { get; set; }

    public string? Remark { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(SplitVersion);

    Guid IAuditedPart.AuditSubjectId => SplitVersionId;
}

internal enum SplitState
{
    Proposed = 1,
    InForce = 2,

    /// <summary>Was in force until a later version was agreed.</summary>
    Replaced = 3,

    /// <summary>Taken back, or proposed anew, before all agreed.</summary>
    Dropped = 4,
}

internal enum SplitAnswer
{
    Waiting = 1,
    Agreed = 2,
    Remarked = 3,
}
