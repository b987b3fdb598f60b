using System.IO.Compression;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.ResponseCompression;

namespace Loa.Platform.Ui;

internal static class UiModule
{
    public static void AddUi(this IServiceCollection services)
    {
        services.Configure<MvcOptions>(options => options.ModelBinderProviders.Insert(0, new TypedValueBinderProvider()));
        // Pages carry antiforgery tokens that are masked anew in every response, so compression does not give them away (BREACH).
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }
}
