using Loa.Modules.Agencies.Changes;
using Loa.Modules.Agencies.Demo;
using Loa.Modules.Agencies.Import;
using Loa.Platform.Figures;
using Loa.Platform.Security;
using Loa.Platform.Ui;

namespace Loa.Modules.Agencies;

internal static class AgenciesModule
{
    public static void AddAgencies(this IServiceCollection services)
    {
        services.AddSingleton(new NavItem("Cơ quan, đơn vị", AgencyLinks.Tree, "agency", 80, Permissions.AgenciesRead, "g c"));
        services.AddSingleton(AgencyHistory.Words);
        services.AddScoped<AgencyResolver>();
        services.AddScoped<AgencyTree>();
        services.AddScoped<TreeClock>();
        services.AddScoped<Successors>();
        services.AddScoped<Reorganiser>();
        services.AddScoped<AgencySearch>();
        services.AddScoped<AgencyScope>();
        services.AddScoped<AgencyOptions>();
        services.AddScoped<AgencyGroups>();
        services.AddScoped<AgencyTargets>();
        services.AddScoped<AgencyImport>();
        services.AddScoped<AgencyExport>();
        services.AddScoped<IFigure, HeadcountFigure>();
        services.AddScoped<DemoProvince>();
        services.AddHostedService<TreeClockWorker>();
        services.ProtectFolder("/Agencies", Permissions.AgenciesRead);
        services.ProtectFolder("/Agencies/Edit", Permissions.AgenciesEdit);
        services.ProtectFolder("/Agencies/Changes", Permissions.AgenciesEdit);
        services.ProtectFolder("/Agencies/Import", Permissions.AgenciesEdit);
        services.ProtectFolder("/Agencies/Groups/Edit", Permissions.AgenciesEdit);
    }

    /// <summary>Adds the fictional province to an empty tree.</summary>
    public static Task<bool> SeedDemoProvinceAsync(IServiceProvider scope, CancellationToken cancellationToken = default) =>
        scope.GetRequiredService<DemoProvince>().SeedAsync(cancellationToken);
}
