using System.ComponentModel.DataAnnotations;

namespace Loa.Modules.Agencies.Template;

/// <summary>What the template has to know of a province.</summary>
internal sealed class TemplateForm
{
    public const int MostCommunes = 400;
    private const int CommuneMaxLength = 80;

    [Required(ErrorMessage = "Hãy nhập tên tỉnh, thành phố.")]
    [StringLength(60, ErrorMessage = "Tên quá dài.")]
    public string Province { get; set; } = "";

    /// <summary>A city under the central government: Thành ủy, thành phố.</summary>
    public bool IsCity { get; set; }

    [RegularExpression("[a-z0-9]{1,8}", ErrorMessage = "Mã mở đầu gồm tối đa 8 chữ thường không dấu hoặc số.")]
    public string? Code { get; set; }

    /// <summary>"phường Bến Cát", one a line.</summary>
    public string? Communes { get; set; }

    public IReadOnlyList<string> CommuneNames() =>
        [.. (Communes ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(name => name.Length <= CommuneMaxLength).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostCommunes)];
}
