using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Loa.Modules.Agencies.Edit;
using Loa.Platform.Sheets;
using Loa.Platform.Ui;

namespace Loa.Modules.Agencies.Import;

/// <summary>A row as the form an officer would have filled in: what is asked of a value is said once, on <see cref="AgencyForm"/>.</summary>
internal sealed class RowReader(AgencyRow row, Agency? agency, DateOnly today, ImportPlan plan)
{
    private int problems;

    /// <summary>Null when something is wrong; the plan then says what.</summary>
    public AgencyForm? Read()
    {
        var form = agency is null ? new AgencyForm { Code = row.Code } : AgencyForm.Of(agency, today);
        form.Name = row[AgencyColumn.Name] ?? form.Name;
        form.ShortName = row[AgencyColumn.ShortName] is { Length: > 0 } given ? given : agency is null ? form.Name : form.ShortName;
        form.OfficialCode = row[AgencyColumn.OfficialCode] ?? form.OfficialCode;
        form.Address = row[AgencyColumn.Address] ?? form.Address;
        form.Phone = Empty(row[AgencyColumn.Phone] ?? form.Phone);
        form.Email = Empty(row[AgencyColumn.Email] ?? form.Email);
        form.Website = Empty(row[AgencyColumn.Website] ?? form.Website);
        form.OfficialCode = Empty(form.OfficialCode);
        form.Aliases = Names(AgencyColumn.Aliases, AgencyNameKind.Alias) ?? form.Aliases;
        form.Heads = Names(AgencyColumn.Heads, AgencyNameKind.OfficeHolder) ?? form.Heads;
        form.Tags = row[AgencyColumn.Tags] is { } tags ? string.Join('\n', AgencyTable.Split(tags)) : form.Tags;
        form.Kind = Choice(AgencyColumn.Kind, AgencyTable.Kind, form.Kind, "không có loại cơ quan ‘{0}’", "chưa có loại cơ quan");
        form.Level = Choice(AgencyColumn.Level, AgencyTable.Level, form.Level, "không có cấp ‘{0}’", "chưa có cấp");
        Count(form);
        Check(form);
        return problems == 0 ? form : null;
    }

    public DateOnly? Day(AgencyColumn column, DateOnly? otherwise)
    {
        if (row[column] is not { } text)
        {
            return otherwise;
        }

        if (text.Length == 0)
        {
            return null;
        }

        if (DateText.TryParse(text, today, out var day))
        {
            return day;
        }

        Refuse("cột “{0}”: không hiểu ngày ‘{1}’, hãy nhập như 01/07/2025", AgencyColumns.Title(column), text);
        return otherwise;
    }

    public void Refuse(string message, params object[] arguments)
    {
        problems++;
        plan.Problems.Add(new RowProblem(row.Number, message, arguments));
    }

    private static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private T Choice<T>(AgencyColumn column, Func<string, T?> find, T otherwise, string unknown, string missing)
        where T : struct, Enum
    {
        if (row[column] is { Length: > 0 } text)
        {
            if (find(text) is { } found)
            {
                return found;
            }

            Refuse(unknown, text);
        }
        else if (agency is null)
        {
            Refuse(missing);
        }

        return otherwise;
    }

    /// <summary>Names of other times are not in the list and stay.</summary>
    private string? Names(AgencyColumn column, AgencyNameKind kind)
    {
        if (row[column] is not { } cell)
        {
            return null;
        }

        var names = AgencyTable.Split(cell);
        if (names.Exists(name => name.Length > Agency.NameMaxLength))
        {
            Refuse("cột “{0}”: có tên quá dài", AgencyColumns.Title(column));
        }

        var others = agency?.Names.Where(name => name.Kind == kind && !name.Covers(today)).Select(name => name.Text) ?? [];
        return string.Join('\n', names.Concat(others));
    }

    private void Count(AgencyForm form)
    {
        form.CountedOn = Day(AgencyColumn.CountedOn, null);
        form.Headcount = row[AgencyColumn.Headcount] is { Length: > 0 } text
            ? int.TryParse(text.Replace(".", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : -1
            : null;
        if (form.CountedOn > today)
        {
            Refuse("ngày thống kê không thể ở tương lai");
        }
    }

    private void Check(AgencyForm form)
    {
        var found = new List<ValidationResult>();
        // A code that is there already was accepted once, and is not in question.
        Validator.TryValidateObject(form, new ValidationContext(form), found, validateAllProperties: true);
        foreach (var problem in found.Where(problem => problem.ErrorMessage is not null))
        {
            Refuse(problem.ErrorMessage!);
        }

        if (agency is null && AgencyLinks.Reserved.Contains(row.Code))
        {
            Refuse("mã ‘{0}’ là từ dành riêng, hãy dùng mã khác", row.Code);
        }
    }
}
