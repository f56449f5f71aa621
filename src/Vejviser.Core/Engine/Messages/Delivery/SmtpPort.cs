using System.Globalization;
using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Vejviser.Core.Engine.Messages.Delivery;

/// <summary>
/// E-mail over one kept connection. SMTP has no way to ask afterwards whether a message was taken, so: an answer is believed, a break before
/// "go ahead" is surely not sent, and a break after it is <see cref="DeliveryOutcome.Unclear"/> (RFC 5321, 4.2.5 and 4.5.3.2.6).
/// The <c>Message-ID</c> is the message's own, the same in every attempt.
/// </summary>
public sealed class SmtpPort(MessageSettings settings) : IMessagePort, IAsyncDisposable
{
    private SmtpClient? client;
    private GoAhead goAhead = new();

    public MessageChannel Channel => MessageChannel.Email;

    public bool IsRepeatable => false;

    public async Task<Attempt> SendAsync(Message message, CancellationToken cancel)
    {
        try
        {
            await ConnectAsync(cancel);
        }
        catch (Exception e) when (e is SocketException or IOException or TimeoutException or SmtpProtocolException or SmtpCommandException or AuthenticationException or SslHandshakeException or OperationCanceledException)
        {
            await CloseAsync();
            return new Attempt(DeliveryOutcome.Again, e is AuthenticationException ? "smtp-sign-in" : "smtp-connection", IsWayDown: true);
        }

        if (!MailboxAddress.TryParse(message.To, out var to))
            return new Attempt(DeliveryOutcome.Dead, "address");
        goAhead.IsSaid = false;
        try
        {
            // Not stopped half-way by a server that is asked to stop: then nobody would know.
            await client!.SendAsync(Mail(message, to), CancellationToken.None);
            return Attempt.Sent;
        }
        catch (SmtpCommandException e)
        {
            // The server answered, so it is known.
            if (!client!.IsConnected)
                await CloseAsync();
            return new Attempt((int)e.StatusCode >= 500 ? DeliveryOutcome.Dead : DeliveryOutcome.Again, string.Create(CultureInfo.InvariantCulture, $"smtp-{(int)e.StatusCode}"));
        }
        catch (Exception e) when (e is SocketException or IOException or TimeoutException or SmtpProtocolException or OperationCanceledException or MailKit.ServiceNotConnectedException)
        {
            var isOpen = goAhead.IsSaid;
            await CloseAsync();
            return isOpen ? new Attempt(DeliveryOutcome.Unclear, "smtp-no-answer") : new Attempt(DeliveryOutcome.Again, "smtp-connection", IsWayDown: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (client?.IsConnected == true)
        {
            try
            {
                await client.DisconnectAsync(quit: true);
            }
            catch (Exception e) when (e is IOException or SocketException or SmtpProtocolException or SmtpCommandException)
            {
                // Everything was answered before: how the goodbye goes is nobody's concern.
            }
        }

        await CloseAsync();
    }

    private async Task ConnectAsync(CancellationToken cancel)
    {
        if (client?.IsConnected == true)
            return;
        var smtp = settings.Smtp;
        goAhead = new GoAhead();
        client = new SmtpClient(goAhead) { Timeout = smtp.TimeoutSeconds * 1000 };
        await client.ConnectAsync(smtp.Host, smtp.Port, smtp.Security switch { "none" => SecureSocketOptions.None, "tls" => SecureSocketOptions.SslOnConnect, _ => SecureSocketOptions.StartTls }, cancel);
        // Sent in chunks (RFC 3030) there is no "go ahead" to listen for.
        client.Capabilities &= ~SmtpCapabilities.Chunking;
        if (smtp.User.Length > 0)
            await client.AuthenticateAsync(smtp.User, smtp.Password, cancel);
    }

    private Task CloseAsync()
    {
        client?.Dispose();
        client = null;
        return Task.CompletedTask;
    }

    private MimeMessage Mail(Message message, MailboxAddress to)
    {
        var mail = new MimeMessage
        {
            Subject = message.Subject,
            MessageId = $"{message.Id:N}@vejviser",
            Date = new DateTimeOffset(message.CreatedAt, TimeSpan.Zero),
            Body = new TextPart("plain") { Text = message.Body },
        };
        mail.From.Add(new MailboxAddress(settings.Smtp.FromName, settings.Smtp.From));
        mail.To.Add(to);
        // Out-of-office answers to a machine are noise for both (RFC 3834).
        mail.Headers.Add(HeaderId.ContentLanguage, message.Language);
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }
}
