namespace Vejviser.Core.Tests.Architecture.Fixture.Low
{
    /// <summary>Uses a room above itself: the guard must say so.</summary>
    internal sealed class Cellar
    {
        public High.Attic Attic { get; } = new();
    }
}

namespace Vejviser.Core.Tests.Architecture.Fixture.High
{
    internal sealed class Attic;
}
