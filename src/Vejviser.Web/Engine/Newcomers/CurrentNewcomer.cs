using Vejviser.Core.Engine.Newcomers;

namespace Vejviser.Web.Engine.Newcomers;

/// <summary>The newcomer signed in on this request: set by the cookie check of their own scheme, never by an employee's.</summary>
public sealed class CurrentNewcomer
{
    public Newcomer? Newcomer { get; set; }

    /// <exception cref="InvalidOperationException">Nobody is signed in: the page's policy should have stopped this.</exception>
    public Newcomer Required => Newcomer ?? throw new InvalidOperationException("No newcomer is signed in.");
}
