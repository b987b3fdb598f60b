using Loa.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Loa.Platform;

/// <summary>
/// Sends what waits, one message after another, beside workers of other processes. "Sending" is written before hand-over and the outcome
/// after it; who dies in between leaves a message whose lease runs out, and that one is uncertain: it is not sent again by itself (ADR 0012).
/// </summary>
internal sealed partial class OutboxWorker(IServiceScopeFactory scopes, IEnumerable<IChannel> channels, TimeProvider time, ILogger<OutboxWorker> logger) : BackgroundService
{
    private const int Parallel = 2;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);

    /// <summary>No channel may take longer; the lease outlives it by far, so that a slow sender is not taken for a dead one.</summary>
    internal static readonly TimeSpan SendTimeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>The wait after each attempt that may be repeated; after the last one the message has failed.</summary>
    internal static readonly IReadOnlyList<TimeSpan> BackOff = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(12)];

    private readonly Dictionary<string, IChannel> channels = channels.ToDictionary(channel => channel.Name, StringComparer.Ordinal);

    private DateTime UtcNow => time.GetUtcNow().UtcDateTime;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Parallel).Select(_ => LoopAsync(stoppingToken)));

    private async Task LoopAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await SendNextAsync(stoppingToken))
                {
                    await Task.Delay(Idle, time, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The loop outlives a database that is away for a moment.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                LogLoopFailed(problem);
                await Task.Delay(Idle, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>True when there was a message to send, whatever became of it.</summary>
    internal async Task<bool> SendNextAsync(CancellationToken stoppingToken)
    {
        await SetAsideAsync(stoppingToken);
        var message = await ClaimAsync(stoppingToken);
        if (message is null)
        {
            return false;
        }

        var outcome = await HandOverAsync(message);
        await RecordAsync(message, outcome);
        LogAttempted(message.OutgoingMessageId, message.Channel, outcome.Result, message.Attempts, outcome.Detail);
        return true;
    }

    /// <summary>Whose sender died: nobody knows whether it arrived.</summary>
    private async Task SetAsideAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = UtcNow;
        var abandoned = scope.ServiceProvider.GetRequiredService<LoaDbContext>().Set<OutgoingMessage>().Where(message => message.State == MessageState.Sending && message.LeaseUntil < now);
        // Looked for first: on SQLite an update without rows still waits for the one writer.
        if (!await abandoned.AnyAsync(cancellationToken))
        {
            return;
        }

        LogSetAside(await abandoned.ExecuteUpdateAsync(set => set.SetProperty(message => message.State, MessageState.Uncertain).SetProperty(message => message.FinishedAt, now)
                .SetProperty(message => message.Problem, OutboxProblems.Interrupted).SetProperty(message => message.Detail, (string?)null), cancellationToken));
    }

    private async Task<OutgoingMessage?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var messages = scope.ServiceProvider.GetRequiredService<LoaDbContext>().Set<OutgoingMessage>();
        var now = UtcNow;
        var names = channels.Keys.ToList();
        var next = await messages.AsNoTracking().Where(message => message.State == MessageState.Waiting && message.SendAfter <= now && names.Contains(message.Channel))
            .OrderBy(message => message.SendAfter).ThenBy(message => message.OutgoingMessageId).FirstOrDefaultAsync(cancellationToken);
        if (next is null)
        {
            return null;
        }

        // Whoever changes the row first has it. A retry by a person may have set the attempts back, so the lease is compared too.
        var lease = Guid.CreateVersion7();
        var taken = await messages
            .Where(message => message.OutgoingMessageId == next.OutgoingMessageId && message.State == MessageState.Waiting && message.Attempts == next.Attempts && message.LeaseId == next.LeaseId)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.State, MessageState.Sending).SetProperty(message => message.LeaseId, lease)
                .SetProperty(message => message.LeaseUntil, now + Lease).SetProperty(message => message.Attempts, next.Attempts + 1), cancellationToken);
        if (taken == 0)
        {
            return await ClaimAsync(cancellationToken);
        }

        next.LeaseId = lease;
        next.Attempts++;
        return next;
    }

    /// <summary>Not cancelled when the program stops: an answer that is a second away is worth more than a quick end.</summary>
    private async Task<SendOutcome> HandOverAsync(OutgoingMessage message)
    {
        using var timeout = new CancellationTokenSource(SendTimeout, time);
        try
        {
            return await channels[message.Channel].SendAsync(message, timeout.Token);
        }
#pragma warning disable CA1031 // A channel that throws has not said what became of the message.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            return new SendOutcome(SendResult.Unknown, OutboxProblems.NoAnswer, problem.GetType().Name);
        }
    }

    private Task RecordAsync(OutgoingMessage message, SendOutcome outcome)
    {
        var now = UtcNow;
        var detail = outcome.Detail?.Length > OutgoingMessage.DetailMaxLength ? outcome.Detail[..OutgoingMessage.DetailMaxLength] : outcome.Detail;
        return outcome.Result switch
        {
            SendResult.Sent => UpdateAsync(message, set => set.SetProperty(m => m.State, MessageState.Sent).SetProperty(m => m.FinishedAt, now)
                .SetProperty(m => m.Text, "").SetProperty(m => m.Html, (string?)null).SetProperty(m => m.Problem, (string?)null).SetProperty(m => m.Detail, (string?)null)),
            SendResult.NotNow when message.Attempts <= BackOff.Count => UpdateAsync(message, set => set.SetProperty(m => m.State, MessageState.Waiting)
                .SetProperty(m => m.SendAfter, now + BackOff[message.Attempts - 1]).SetProperty(m => m.Problem, outcome.Problem).SetProperty(m => m.Detail, detail)),
            _ => UpdateAsync(message, set => set.SetProperty(m => m.State, outcome.Result == SendResult.Unknown ? MessageState.Uncertain : MessageState.Failed)
                .SetProperty(m => m.FinishedAt, now).SetProperty(m => m.Problem, outcome.Problem).SetProperty(m => m.Detail, detail)),
        };
    }

    /// <summary>Only while the lease is still ours.</summary>
    private async Task UpdateAsync(OutgoingMessage message, Action<UpdateSettersBuilder<OutgoingMessage>> set)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LoaDbContext>();
        await db.Set<OutgoingMessage>().Where(m => m.OutgoingMessageId == message.OutgoingMessageId && m.LeaseId == message.LeaseId && m.State == MessageState.Sending).ExecuteUpdateAsync(set);
    }

    [LoggerMessage(400, LogLevel.Information, "Message {MessageId} by {Channel}: {Result} at attempt {Attempt} {Detail}")]
    private partial void LogAttempted(Guid messageId, string channel, SendResult result, int attempt, string? detail);

    [LoggerMessage(401, LogLevel.Warning, "{Count} messages were being sent when their sender died; an administrator decides whether they go out again")]
    private partial void LogSetAside(int count);

    [LoggerMessage(402, LogLevel.Error, "The outbox could not be reached")]
    private partial void LogLoopFailed(Exception problem);
}

/// <summary>Keys of the localizer: why a message was not sent.</summary>
internal static class OutboxProblems
{
    public const string Interrupted = "Máy chủ dừng giữa lúc gửi; không biết thư đã đến hay chưa.";
    public const string NoAnswer = "Nơi nhận không trả lời rõ; không biết tin đã đến hay chưa.";
    public const string Unreachable = "Không kết nối được với máy chủ gửi.";
    public const string RefusedForNow = "Máy chủ gửi tạm thời chưa nhận.";
    public const string Refused = "Máy chủ gửi không nhận.";
    public const string BadAddress = "Địa chỉ không gửi được.";
    public const string SenderRefused = "Máy chủ thư không chấp nhận tài khoản gửi; hãy xem lại cấu hình.";
}
