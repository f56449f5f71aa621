namespace Vejviser.Core.Engine.Messages.Templates;

/// <summary>To whom a template speaks.</summary>
public enum MessageFor
{
    Person = 1,
    Staff,
    Partner,
}

/// <summary>The words of a template in one language.</summary>
/// <param name="Sms">Empty where the template sends no SMS.</param>
/// <param name="IsNativeChecked">False until somebody who grew up with the language has read it.</param>
public sealed record MessageWords(string Subject, string Body, string Sms, bool IsNativeChecked);

/// <summary>A kind of message: when it is sent is code, its words are data.</summary>
/// <param name="Id">Such as <c>reminder</c>.</param>
/// <param name="Tokens">What the one who sends it fills in.</param>
/// <param name="Channels">The ways it can go, the first that reaches the receiver first.</param>
public sealed record MessageTemplate(string Id, MessageFor For, IReadOnlyList<MessageChannel> Channels, IReadOnlyList<string> Tokens);
