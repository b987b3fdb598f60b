namespace Loa.Modules.Agencies;

/// <summary>A higher module whose things follow a reorganisation: open work passes to the successors on the day it takes effect. Called inside the transaction that recorded it, after the agencies were saved.</summary>
internal interface IAgencyChangeFollower
{
    /// <param name="change">With its parts; for one agency its predecessors' things pass to the first successor.</param>
    Task FollowAsync(AgencyChange change, CancellationToken cancellationToken);

    /// <summary>The change was taken back: what was passed on because of it returns.</summary>
    Task TakeBackAsync(AgencyChange change, CancellationToken cancellationToken);
}
