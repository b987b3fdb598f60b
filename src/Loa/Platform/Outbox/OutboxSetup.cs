namespace Loa.Platform;

internal static class OutboxSetup
{
    /// <exception cref="SettingsException">A channel is described in a way that cannot work.</exception>
    public static void AddOutbox(this IServiceCollection services, LoaSettings settings)
    {
        if (settings.Smtp is not null)
        {
            services.AddSingleton<IChannel>(new SmtpChannel(SmtpSettings.Parse(settings.Smtp)));
        }

        foreach (var gateway in GatewaySettings.Load(settings.DataFolder))
        {
            services.AddSingleton<IChannel>(_ => new HttpTemplateChannel(gateway));
        }

        services.AddScoped<Outbox>();
        services.AddHostedService<OutboxWorker>();
    }
}
