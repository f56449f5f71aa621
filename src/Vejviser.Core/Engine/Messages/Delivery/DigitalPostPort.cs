using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Engine.Messages.Delivery;

/// <summary>
/// Digital Post as files <c>ID.xml</c> of MeMo 1.2, for the municipality's distribution system. The CPR number is read when the file is written
/// and stands in no message, log or audit.
/// </summary>
public sealed class DigitalPostPort(MessageSettings settings, VejviserDb db) : IMessagePort
{
    public MessageChannel Channel => MessageChannel.DigitalPost;

    public bool IsRepeatable => true;

    public async Task<Attempt> SendAsync(Message message, CancellationToken cancel)
    {
        var cpr = await db.PersonCprs.AsNoTracking().Where(c => c.PersonId == message.PersonId && c.Until == null && !c.IsReplacement).Select(c => c.Number).SingleOrDefaultAsync(cancel);
        if (cpr is null)
            return new Attempt(DeliveryOutcome.Dead, "no-cpr");
        var post = settings.DigitalPost;
        var xml = MemoXml.Write(new MemoPost(message.Id, post.Cvr, post.Sender, cpr, message.Subject, message.Notification, message.Body, message.Language, message.CreatedAt));
        return await DropFile.RunAsync(post.Folder, $"{message.Id:N}.xml", xml, cancel);
    }
}
