namespace Loa.Modules.Directives.Composing;

/// <summary>A steering document in one line, as Vietnamese documents cite it; the same in both languages of the interface.</summary>
internal static class DirectiveTitle
{
    public static string Of(string kind, string reference, string excerpt) => $"{kind} số {reference}: {excerpt}";
}
