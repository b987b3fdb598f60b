using Loa.Data;
using Loa.Documents.Plans;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Activities;

/// <summary>How the administrator offers a form of communication; no row: as <see cref="FormCatalogue"/> has it. What was logged stays as it is.</summary>
internal sealed class FormSetting
{
    public const int OrderMost = 999;

    public CommunicationForm Form { get; set; }

    /// <summary>Not offered to choose from.</summary>
    public bool IsHidden { get; set; }

    /// <summary>Within its family; equal ones stand as the catalogue has them.</summary>
    public int Order { get; set; }
}

/// <summary>The forms as the administrator offers them.</summary>
internal sealed class OfferedForms(LoaDbContext db)
{
    /// <summary>All, in order, and whether each is hidden.</summary>
    public async Task<IReadOnlyList<(FormKind Kind, FormSetting Setting)>> AllAsync(CancellationToken cancellationToken)
    {
        var settings = await db.Set<FormSetting>().AsNoTracking().ToDictionaryAsync(setting => setting.Form, cancellationToken);
        return [.. FormCatalogue.Kinds.Select((kind, index) => (kind, settings.GetValueOrDefault(kind.Form) ?? new FormSetting { Form = kind.Form, Order = (index + 1) * 10 }))
            .OrderBy(row => row.kind.Family).ThenBy(row => row.Item2.Order)];
    }

    public async Task<IReadOnlyList<FormKind>> ShownAsync(CancellationToken cancellationToken) =>
        [.. (await AllAsync(cancellationToken)).Where(row => !row.Setting.IsHidden).Select(row => row.Kind)];
}
