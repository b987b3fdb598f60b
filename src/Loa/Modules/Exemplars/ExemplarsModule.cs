using Loa.Modules.Notifications;
using Loa.Platform.Figures;
using Loa.Platform.Security;
using Loa.Platform.Ui;

namespace Loa.Modules.Exemplars;

internal static class ExemplarsModule
{
    public static void AddExemplars(this IServiceCollection services)
    {
        services.AddSingleton(ExemplarHistory.Words);
        services.AddSingleton(new NavItem("Điển hình, hạn chế", ExemplarLinks.List, "megaphone", 14, Permissions.ActivitiesRead, "g i"));
        services.AddSingleton(new NotificationKind(ExemplarDesk.ReviewKind, "Điển hình, hạn chế cần xem xét"));
        services.AddSingleton(new NotificationKind(ExemplarDesk.ReviewedKind, "Kết quả xem xét điển hình"));
        services.AddScoped<ExemplarDesk>();
        services.AddScoped<IFigure, ExemplarsFigure>();
        services.AddScoped<INarrative>(provider => ActivatorUtilities.CreateInstance<ExemplarsNarrative>(provider, false));
        services.AddScoped<INarrative>(provider => ActivatorUtilities.CreateInstance<ExemplarsNarrative>(provider, true));
        services.ProtectFolder("/Exemplars", Permissions.ActivitiesRead);
        services.ProtectFolder("/Exemplars/Nominate", Permissions.ActivitiesLog);
    }
}
