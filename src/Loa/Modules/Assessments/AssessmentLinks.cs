namespace Loa.Modules.Assessments;

/// <summary>The addresses of this module.</summary>
internal static class AssessmentLinks
{
    public const string List = "/danh-gia";
    public const string Add = "/danh-gia/soan";

    public static string Assessment(Guid assessmentId) => $"{List}/{assessmentId}";

    public static string Edit(Guid assessmentId) => $"{Add}/{assessmentId}";

    public static string AddCriterion(Guid assessmentId) => $"{List}/{assessmentId}/tieu-chi";

    public static string Criterion(Guid assessmentId, Guid criterionId) => $"{List}/{assessmentId}/tieu-chi/{criterionId}";

    public static string Agencies(Guid assessmentId) => $"{List}/{assessmentId}/co-quan";

    public static string Agency(Guid assessmentId, Guid agencyId) => $"{List}/{assessmentId}/co-quan/{agencyId}";
}
