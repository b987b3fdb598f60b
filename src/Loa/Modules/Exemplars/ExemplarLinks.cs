namespace Loa.Modules.Exemplars;

/// <summary>The addresses of this module.</summary>
internal static class ExemplarLinks
{
    public const string List = "/dien-hinh";
    public const string New = "/dien-hinh/gioi-thieu";

    public static string Exemplar(Guid exemplarId) => $"{List}/{exemplarId}";

    public static string Edit(Guid exemplarId) => $"{New}/{exemplarId}";

    public static string Of(ExemplarKind kind) => $"{List}?loai={kind}";

    public static string Nominate(Guid activityId) => $"{New}?hoat-dong={activityId}";

    public static string NewOf(ExemplarKind kind) => $"{New}?loai={kind}";
}
