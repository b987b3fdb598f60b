using Loa.Platform.Security;

namespace Loa.Modules.Gallery;

internal static class GalleryModule
{
    public static void AddGallery(this IServiceCollection services) => services.AllowAnonymousPage("/Gallery/Gallery");
}
