using Loa.Platform.Security;

namespace Loa.Modules.Errors;

internal static class ErrorsModule
{
    public static void AddErrors(this IServiceCollection services)
    {
        services.AllowAnonymousPage("/Errors/Error");
        services.AllowAnonymousPage("/Errors/Status");
    }
}
