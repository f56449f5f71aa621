using Vejviser.Core.Foundation.Access;

namespace Vejviser.Web.Shared;

/// <summary>The signed-in reader of this request: set by sign-in's cookie check, empty on open pages.</summary>
public sealed class CurrentReader
{
    public Reader? Reader { get; set; }

    public bool IsSignedIn => Reader is not null;

    /// <exception cref="InvalidOperationException">Nobody is signed in: the page's permission should have stopped this.</exception>
    public Reader Required => Reader ?? throw new InvalidOperationException("Nobody is signed in.");

    public bool May(string permission) => Reader?.May(permission) ?? false;
}
