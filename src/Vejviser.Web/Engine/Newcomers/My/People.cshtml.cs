using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Newcomers;

namespace Vejviser.Web.Engine.Newcomers.My;

/// <summary>Whom I can call at the town hall.</summary>
public sealed class PeopleModel(EffectivePractices practices) : MyPage
{
    public IReadOnlyList<ContactPerson> People { get; private set; } = [];

    public async Task OnGetAsync() => People = await ContactPeople.OfAsync(Db, practices, Me, Cancel);
}
