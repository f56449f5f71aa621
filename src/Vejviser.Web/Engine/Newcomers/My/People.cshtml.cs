using Vejviser.Core.Engine.Newcomers;

namespace Vejviser.Web.Engine.Newcomers.My;

/// <summary>Whom I can call at the town hall.</summary>
public sealed class PeopleModel : MyPage
{
    public IReadOnlyList<ContactPerson> People { get; private set; } = [];

    public async Task OnGetAsync() => People = await ContactPeople.OfAsync(Db, Me, Cancel);
}
