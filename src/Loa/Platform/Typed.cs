namespace Loa.Platform;

/// <summary>What people type.</summary>
internal static class Typed
{
    /// <summary>Without blanks around it; null where nothing was typed.</summary>
    public static string? OrNull(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
