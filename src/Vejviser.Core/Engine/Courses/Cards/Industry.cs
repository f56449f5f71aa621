namespace Vejviser.Core.Engine.Courses.Cards;

/// <summary>One of the local industries that newcomers meet, with the words most used in it.</summary>
public sealed class Industry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>A closed industry is met no more; what people learnt of it stays on their cards.</summary>
    public bool IsClosed { get; set; }

    public List<IndustryWord> Words { get; init; } = [];
}

public sealed class IndustryWord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid IndustryId { get; init; }

    public required string Text { get; init; }

    /// <summary>Place in the list, from 0.</summary>
    public int Order { get; set; }
}
