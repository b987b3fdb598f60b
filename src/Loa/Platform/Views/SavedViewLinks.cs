namespace Loa.Platform.Views;

/// <summary>The page on which a person keeps their saved views lies with their account.</summary>
internal static class SavedViewLinks
{
    public const string All = "/tai-khoan/bo-loc";
    public const string Save = "/tai-khoan/bo-loc?handler=Save";

    public static string Of(string page) => $"{All}#{page}";
}
