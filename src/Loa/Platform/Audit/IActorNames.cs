namespace Loa.Platform.Audit;

/// <summary>Who stands behind an actor's id today: the accounts module knows. A person who was erased has no name any more.</summary>
internal interface IActorNames
{
    Task<IReadOnlyDictionary<Guid, string>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);
}
