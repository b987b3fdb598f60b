using Loa.Data;
using Loa.Platform.Audit;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Platform.Audit;

/// <summary>A history speaks of every recorded type, field and value in words: the model itself is walked, so that a new field cannot be forgotten.</summary>
public sealed class HistoryWordsTests(SqliteHost host) : IClassFixture<SqliteHost>
{
    [Fact]
    public Task EveryRecordedType_HasAName() => WithAsync((teller, types) =>
        types.Where(type => teller.Row(type.ClrType.Name) == teller.Row("KhôngCó")).Select(type => type.ClrType.Name).ShouldBeEmpty());

    [Fact]
    public Task EveryRecordedField_HasAName_OrIsSaidToBeLeftOut() => WithAsync((teller, types) =>
        Fields(types).Where(field => !teller.TryField(field.Type, field.Property.Name, out _)).Select(field => $"{field.Type}.{field.Property.Name}").ShouldBeEmpty());

    /// <summary>An id says nothing; a field of ids either leads to names or is left out.</summary>
    [Fact]
    public Task EveryIdThatIsShown_LeadsToAName() => WithAsync((teller, types) =>
        Fields(types).Where(field => Bare(field.Property) == typeof(Guid) && teller.TryField(field.Type, field.Property.Name, out var name) && name is not null && teller.Referred(field.Type, field.Property.Name) is null)
            .Select(field => $"{field.Type}.{field.Property.Name}").ShouldBeEmpty());

    [Fact]
    public Task EveryValueOfEveryClosedList_HasWords() => WithAsync((teller, types) =>
    {
        var lists = Fields(types).Select(field => Bare(field.Property)).Where(type => type.IsEnum).Distinct().ToList();

        lists.Count.ShouldBeGreaterThan(20);
        lists.SelectMany(list => Enum.GetNames(list).Where(value => string.IsNullOrEmpty(teller.Word(list, value))).Select(value => $"{list.Name}.{value}")).ShouldBeEmpty();
    });

    /// <summary>A name for a field that was renamed would lie in wait for another one.</summary>
    [Fact]
    public Task EveryName_IsOfAFieldThatIsRecorded() => WithAsync((_, types) =>
    {
        var all = types.SelectMany(type => type.GetProperties().Select(property => (Type: type.ClrType.Name, property.Name))).ToList();
        var known = all.Select(field => $"{field.Type}.{field.Name}").Concat(all.Select(field => field.Name)).ToHashSet(StringComparer.Ordinal);

        host.Services.GetServices<HistoryWords>().SelectMany(words => words.Fields.Keys.Concat(words.References.Keys).Concat(words.Texts.Keys)).Where(name => !known.Contains(name)).ShouldBeEmpty();
    });

    [Fact]
    public Task TwoModules_DoNotNameOneFieldTwice() => WithAsync((_, _) =>
        host.Services.GetServices<HistoryWords>().SelectMany(words => words.Fields.Keys).GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty());

    private static IEnumerable<(string Type, IProperty Property)> Fields(List<IEntityType> types) =>
        types.SelectMany(type => type.GetProperties().Where(property => !AuditValues.IsHidden(property) && !IsOwnKey(property)).Select(property => (type.ClrType.Name, property)));

    /// <summary>The row's own id, which a history never shows.</summary>
    private static bool IsOwnKey(IProperty property) => property.IsPrimaryKey() && property.ClrType == typeof(Guid) && !property.IsForeignKey();

    private static Type Bare(IProperty property)
    {
        var type = property.ClrType.IsGenericType && property.ClrType.GetGenericTypeDefinition() == typeof(List<>) ? property.ClrType.GetGenericArguments()[0] : property.ClrType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    private Task WithAsync(Action<HistoryTeller, List<IEntityType>> check) => host.InScopeAsync(services =>
    {
        var types = services.GetRequiredService<LoaDbContext>().Model.GetEntityTypes().Where(type => AuditInterceptor.IsRecorded(type.ClrType)).ToList();
        types.Count.ShouldBeGreaterThan(40);
        check(services.GetRequiredService<HistoryTeller>(), types);
        return Task.CompletedTask;
    });
}
