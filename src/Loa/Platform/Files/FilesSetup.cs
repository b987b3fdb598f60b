namespace Loa.Platform.Files;

internal static class FilesSetup
{
    public static void AddFiles(this IServiceCollection services, LoaSettings settings)
    {
        services.AddScoped<FileStore>();
        services.AddScoped<ReceivedFiles>();
        services.AddScoped<FileReconciliation>();
        services.AddSingleton<ImageProcess>();
        if (settings.S3 is { } s3)
            services.AddSingleton<IFileContents>(provider => new S3Contents(s3, settings, provider.GetRequiredService<TimeProvider>()));
        else
            services.AddSingleton<IFileContents, DiskContents>();
        if (settings.ClamAv is { } scanner)
            services.AddSingleton<IVirusScanner>(new ClamAv(scanner));
    }
}
