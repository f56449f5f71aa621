using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Vejviser.Core.Engine.Messages.Delivery;

/// <param name="SenderCvr">Eight digits.</param>
/// <param name="RecipientCpr">Ten digits.</param>
internal sealed record MemoPost(Guid Id, string SenderCvr, string SenderName, string RecipientCpr, string Label, string? Notification, string Body, string Language, DateTime CreatedAt);

/// <summary>A message as MeMo 1.2 (the Agency for Digital Government's message model): header, sender, recipient and the text as the main document.</summary>
internal static class MemoXml
{
    /// <summary>Characters of what a telephone shows.</summary>
    public const int MostNotification = 150;

    public static readonly XNamespace Memo = "https://DigitalPost.dk/MeMo-1";

    public static byte[] Write(MemoPost post)
    {
        var header = new XElement(
            Memo + "MessageHeader",
            Element("messageType", "DIGITALPOST"),
            Element("messageUUID", UuidOf(post.Id).ToString()),
            Element("label", post.Label),
            post.Notification is { } notification ? Element("notification", notification.Length <= MostNotification ? notification : notification[..MostNotification]) : null,
            Element("mandatory", "false"),
            Element("legalNotification", "false"),
            new XElement(Memo + "Sender", Element("senderID", post.SenderCvr), Element("idType", "CVR"), Element("label", post.SenderName)),
            new XElement(Memo + "Recipient", Element("recipientID", post.RecipientCpr), Element("idType", "CPR")));
        var file = new XElement(
            Memo + "File", Element("encodingFormat", "text/plain"), Element("filename", "brev.txt"), Element("language", post.Language), Element("content", Convert.ToBase64String(Encoding.UTF8.GetBytes(post.Body))));
        var body = new XElement(
            Memo + "MessageBody",
            Element("createdDateTime", post.CreatedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            new XElement(Memo + "MainDocument", Element("label", post.Label), file));
        var message = new XElement(
            Memo + "Message", new XAttribute(XNamespace.Xmlns + "memo", Memo.NamespaceName), new XAttribute("memoVersion", "1.2"), new XAttribute("memoSchVersion", "1.2.0"), header, body);
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CheckCharacters = true }))
            new XDocument(message).Save(writer);
        return stream.ToArray();
    }

    /// <summary>MeMo asks for a random (version 4) UUID; ours carry their time (version 7). The same message has the same one in every attempt.</summary>
    internal static Guid UuidOf(Guid id)
    {
        var text = id.ToString("N").ToCharArray();
        text[12] = '4';
        return Guid.ParseExact(new string(text), "N");
    }

    private static XElement Element(string name, string value) => new(Memo + name, new string([.. value.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))]));
}
