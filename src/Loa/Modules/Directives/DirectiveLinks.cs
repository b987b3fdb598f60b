namespace Loa.Modules.Directives;

/// <summary>The addresses of this module.</summary>
internal static class DirectiveLinks
{
    public const string List = "/van-ban";
    public const string New = "/van-ban/ghi";

    public const string TaskParameter = "nhiem-vu";

    public static string NewFor(Guid? planTaskId) => planTaskId is { } task ? $"{New}?{TaskParameter}={task}" : New;

    public static string Directive(Guid directiveId) => $"{List}/{directiveId}";

    public static string Edit(Guid directiveId) => $"{New}/{directiveId}";

    public static string File(Guid directiveId) => $"{List}/{directiveId}?handler=File";
}
