using Microsoft.AspNetCore.Diagnostics;

namespace Loa.Platform.Errors;

/// <summary>A bug ends in one page with a reference number, and once in the log under the same number.</summary>
internal static partial class ErrorHandling
{
    public const string ErrorPath = "/loi";
    public const string StatusPath = "/trang-thai";

    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = ErrorPath,
            AllowStatusCode404Response = true,
            // A form over the size limit, a broken request: the sender's, not a bug.
            StatusCodeSelector = exception => exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePagesWithReExecute($"{StatusPath}/{{0}}");
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (Exception problem) when (problem is not BadHttpRequestException && !context.RequestAborted.IsCancellationRequested)
            {
                var logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Loa.Errors");
                LogUnexpected(logger, problem, ErrorReference.Of(context), context.Request.Method, context.GetEndpoint()?.DisplayName);
                throw;
            }
        });
    }

    [LoggerMessage(500, LogLevel.Error, "Unexpected error {Reference} at {Method} {Endpoint}")]
    private static partial void LogUnexpected(ILogger logger, Exception problem, string reference, string method, string? endpoint);
}
