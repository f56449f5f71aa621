using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Interpreters;
using Vejviser.Core.Foundation.Law;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Interpreters;

/// <summary>The register: who interprets what, how, and from where.</summary>
public sealed class InterpreterRegisterModel(EffectivePractices practices, LawBook law, InterpreterWords words) : VejviserPage
{
    public InterpreterWords Words => words;

    public IReadOnlyList<Interpreter> Interpreters { get; private set; } = [];

    /// <summary>By today's law; null where it has none.</summary>
    public int? LeastAge { get; private set; }

    public async Task OnGetAsync()
    {
        AddCrumb(Text["interpreters.title"], "/interpreters");
        AddCrumb(Text["interpreters.list.title"]);
        LeastAge = (await InterpretingRules.LoadAsync(Db, practices, Cancel)).LeastAge(law, Today, InterpretingField.Authority);
        Interpreters = await Db.Interpreters.AsNoTracking().Include(i => i.Languages).OrderBy(i => i.IsClosed).ThenBy(i => i.Name).ToListAsync(Cancel);
    }

    public static IEnumerable<InterpretingMode> Modes(Interpreter one) =>
        new (InterpretingMode Mode, bool Can)[] { (InterpretingMode.Video, one.ByVideo), (InterpretingMode.Phone, one.ByPhone), (InterpretingMode.OnSite, one.OnSite) }.Where(m => m.Can).Select(m => m.Mode);
}
