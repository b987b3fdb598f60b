namespace Loa.Modules.Plans;

/// <summary>A plan as another one points to it.</summary>
internal sealed record LinkedPlan(Guid PlanId, string Subject, string? Reference);
