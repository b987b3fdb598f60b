using Loa.Platform.Figures;
using Loa.Platform.Security;
using Loa.Platform.Ui;

namespace Loa.Modules.Directives;

internal static class DirectivesModule
{
    public static void AddDirectives(this IServiceCollection services)
    {
        services.AddSingleton(DirectiveHistory.Words);
        services.AddSingleton(new NavItem("Văn bản chỉ đạo", DirectiveLinks.List, "file", 12, Permissions.ActivitiesRead, "g b"));
        services.AddScoped<DirectiveDesk>();
        services.AddScoped<IFigure, DirectivesFigure>();
        services.AddScoped<INarrative, DirectivesNarrative>();
        services.ProtectFolder("/Directives", Permissions.ActivitiesRead);
        services.ProtectFolder("/Directives/Edit", Permissions.ActivitiesLog);
    }
}
