using System.Text.Json;

namespace Vejviser.Core.Engine.Messages.Delivery;

/// <summary>SMS as files <c>ID.json</c>: <c>{"id","to","text"}</c>, UTF-8. The municipality's SMS gateway takes them from there.</summary>
public sealed class SmsPort(MessageSettings settings) : IMessagePort
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public MessageChannel Channel => MessageChannel.Sms;

    public bool IsRepeatable => true;

    public Task<Attempt> SendAsync(Message message, CancellationToken cancel) =>
        DropFile.RunAsync(settings.Sms.Folder, $"{message.Id:N}.json", JsonSerializer.SerializeToUtf8Bytes(new { id = message.Id, to = message.To, text = message.Body }, Plain), cancel);
}
