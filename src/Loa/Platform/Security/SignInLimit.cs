using System.Threading.RateLimiting;

namespace Loa.Platform.Security;

/// <summary>Guessing passwords is slow: attempts from one address are counted on every address where a secret is typed.</summary>
internal static class SignInLimit
{
    private static readonly string[] Paths = ["/dang-nhap", "/khoi-tao", "/tai-khoan/mat-khau", "/tai-khoan/hai-lop", "/quen-mat-khau", "/dat-lai-mat-khau", "/loi-moi"];

    public static void AddSignInLimit(this IServiceCollection services, LoaSettings settings) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            HttpMethods.IsPost(context.Request.Method) && Paths.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
                ? RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = settings.SignInsPerMinute,
                    Window = TimeSpan.FromMinutes(1),
                })
                : RateLimitPartition.GetNoLimiter(""));
    });
}
