using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Loa.Platform;

/// <summary>Mail. What surely was not taken may be tried again; what broke off after the connection stood is left uncertain.</summary>
internal sealed class SmtpChannel(SmtpSettings settings) : IChannel
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    public string Name => IChannel.Mail;

    public string Title => "Thư điện tử";

    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        // Nothing but one bare address: the parser would also take a name with it, or the first of several. One beyond ASCII before
        // the @ needs SMTPUTF8 on the whole way; nobody here has one.
        if (!MailAddress.TryCreate(message.Address, out var to) || to.Address != message.Address || to.User.Any(letter => letter > '~'))
        {
            return new SendOutcome(SendResult.Refused, OutboxProblems.BadAddress);
        }

        // SmtpClient says the same of a server that is away and of one that vanished in the middle, so the first is found out beforehand.
        if (await GreetingProblemAsync(cancellationToken) is { } problem)
        {
            return new SendOutcome(SendResult.NotNow, OutboxProblems.Unreachable, problem);
        }

        using var mail = Compose(message, to);
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls };
        if (settings.User is not null)
        {
            client.Credentials = new NetworkCredential(settings.User, settings.Password);
        }

        try
        {
            await client.SendMailAsync(mail, cancellationToken);
            return SendOutcome.Sent;
        }
        catch (SmtpException failure)
        {
            return OutcomeOf(failure);
        }
    }

    private MailMessage Compose(OutgoingMessage message, MailAddress to)
    {
        var mail = new MailMessage(settings.From, to)
        {
            Subject = message.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        // The same at every attempt: who gets it twice can drop the second.
        mail.Headers.Add("Message-ID", $"<{message.OutgoingMessageId:N}@{settings.From.Host}>");
        // Answers such as "I am on leave" stay away (RFC 3834).
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.AlternateViews.Add(Part(message.Text, MediaTypeNames.Text.Plain));
        if (message.Html is not null)
        {
            mail.AlternateViews.Add(Part(message.Html, MediaTypeNames.Text.Html));
        }

        return mail;
    }

    private static AlternateView Part(string text, string type)
    {
        var part = AlternateView.CreateAlternateViewFromString(text, Encoding.UTF8, type);
        part.TransferEncoding = TransferEncoding.Base64;
        return part;
    }

    private static SendOutcome OutcomeOf(SmtpException failure)
    {
        var detail = $"{(int)failure.StatusCode} {failure.Message}";
        for (Exception? inner = failure; inner is not null; inner = inner.InnerException)
        {
            if (inner is AuthenticationException or SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.HostUnreachable or SocketError.NetworkUnreachable })
            {
                return new SendOutcome(SendResult.NotNow, OutboxProblems.Unreachable, inner.Message);
            }
        }

        return (int)failure.StatusCode switch
        {
            // The server rejects us, not this message: the configuration is mended and the mail goes out.
            454 or 530 or 534 or 535 or 538 => new SendOutcome(SendResult.NotNow, OutboxProblems.SenderRefused, detail),
            >= 400 and < 500 => new SendOutcome(SendResult.NotNow, OutboxProblems.RefusedForNow, detail),
            >= 500 and < 600 => new SendOutcome(SendResult.Refused, failure is SmtpFailedRecipientException ? OutboxProblems.BadAddress : OutboxProblems.Refused, detail),
            _ => new SendOutcome(SendResult.Unknown, OutboxProblems.NoAnswer, (failure.InnerException ?? failure).Message),
        };
    }

    /// <summary>Null when the server greets as one that takes mail.</summary>
    private async Task<string?> GreetingProblemAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ConnectTimeout);
        try
        {
            using var connection = new TcpClient();
            await connection.ConnectAsync(settings.Host, settings.Port, limit.Token);
            await using var stream = connection.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var greeting = await reader.ReadLineAsync(limit.Token);
            if (greeting?.StartsWith("220", StringComparison.Ordinal) != true)
            {
                return greeting ?? $"{settings}: no greeting";
            }

            await stream.WriteAsync("QUIT\r\n"u8.ToArray(), limit.Token);
            return null;
        }
        catch (Exception problem) when (problem is SocketException or IOException or OperationCanceledException)
        {
            return $"{settings}: {(problem is OperationCanceledException ? "no answer" : problem.Message)}";
        }
    }
}
