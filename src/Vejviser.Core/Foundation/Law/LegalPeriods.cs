namespace Vejviser.Core.Foundation.Law;

/// <summary>The legal periods A to G that every answer names.</summary>
internal sealed class LegalPeriods
{
    private readonly IReadOnlyList<LegalPeriod> periods;

    private LegalPeriods(IReadOnlyList<LegalPeriod> periods) => this.periods = periods;

    public static LegalPeriods Read(string directory)
    {
        var file = LawNode.ReadFile(directory, "periods.yaml");
        var order = new PeriodOrder();
        var read = file.Each("periods", row =>
        {
            var (from, to) = order.Next(row);
            return new LegalPeriod(row.Text("period"), from, to, row.Flag("unverified"), row.InBothOrNone("note"));
        });
        file.Close();
        if (read is not [{ From: null }, ..] || read is not [.., { To: null }])
            throw file.Refuse("the first period must be open backwards and the last one forwards");
        return new(read);
    }

    public LegalPeriod On(DateOnly day) => periods.First(p => !(day > p.To));
}

/// <summary>A stretch of time between two reforms.</summary>
internal sealed record LegalPeriod(string Label, DateOnly? From, DateOnly? To, bool Unverified, LawText? Note);
