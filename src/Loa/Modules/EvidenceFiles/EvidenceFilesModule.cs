using Loa.Modules.EvidenceFiles.Composing;
using Loa.Platform.Security;
using Loa.Platform.Ui;

namespace Loa.Modules.EvidenceFiles;

internal static class EvidenceFilesModule
{
    public static void AddEvidenceFiles(this IServiceCollection services)
    {
        services.AddSingleton(EvidenceFileHistory.Words);
        services.AddSingleton(new NavItem("Hồ sơ kiểm chứng", EvidenceFileLinks.List, "check-circle", 16, Permissions.ActivitiesRead, "g o"));
        services.AddScoped<EvidenceFileDesk>();
        services.AddScoped<EvidenceFolder>();
        services.ProtectFolder("/EvidenceFiles", Permissions.ActivitiesRead);
        services.ProtectFolder("/EvidenceFiles/Edit", Permissions.ActivitiesLog);
        services.ProtectFolder("/EvidenceFiles/Add", Permissions.ActivitiesLog);
    }
}
