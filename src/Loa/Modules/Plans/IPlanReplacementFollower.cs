namespace Loa.Modules.Plans;

/// <summary>A higher module whose rows hang on assignments: when another edition takes a plan's place they move to the assignments that carry on.</summary>
internal interface IPlanReplacementFollower
{
    /// <param name="successors">Assignment of the old edition → the same agency's assignment of the same task in the new one. Called inside the transaction, after both are saved.</param>
    Task FollowAsync(Guid oldPlanId, IReadOnlyDictionary<Guid, Guid> successors, CancellationToken cancellationToken);
}
