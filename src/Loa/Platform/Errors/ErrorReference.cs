using System.Diagnostics;

namespace Loa.Platform.Errors;

/// <summary>The number a person reads to the administrator, and the administrator finds in the log: the head of the request's trace id.</summary>
internal static class ErrorReference
{
    public static string Of(HttpContext context)
    {
        var trace = Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
        return $"LOA-{trace[..Math.Min(8, trace.Length)].ToUpperInvariant()}";
    }
}
