using Loa.Platform.Security;

namespace Loa.Platform.Audit;

/// <summary>What is being done in this request, command or job, and why: written beside every change it makes.</summary>
internal sealed class AuditScope(CurrentUser user, IHttpContextAccessor http)
{
    /// <summary>The name of an act of the program itself that nobody described.</summary>
    public const string Program = "loa";

    private string? name;
    private Guid? actorId;
    private List<AuditChange> beside = [];

    /// <summary>A key of the localizer, such as "Ban hành kế hoạch"; else the address that was called.</summary>
    public string Name => name ?? http.HttpContext?.Request.Path.Value ?? Program;

    public string? Reason { get; private set; }

    public Guid? ActorId => actorId ?? user.UserId;

    /// <summary>The person on leave in whose place the actor works.</summary>
    public Guid? OnBehalfOfId => user.ActingForId;

    public string? RequestId => http.HttpContext?.TraceIdentifier;

    /// <summary>Changes written past the change tracker: they join the record of the next save.</summary>
    public void Add(IEnumerable<AuditChange> changes) => beside.AddRange(changes);

    internal List<AuditChange> TakeBeside()
    {
        var taken = beside;
        beside = [];
        return taken;
    }

    public void Describe(string processName, string? reason = null, Guid? actorId = null)
    {
        name = processName;
        Reason = reason ?? Reason;
        this.actorId = actorId ?? this.actorId;
    }
}
