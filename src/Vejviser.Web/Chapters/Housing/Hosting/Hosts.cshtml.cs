using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Chapters.Housing.Hosting;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing.Hosting;

/// <summary>Those who have offered a room, from the enquiry on; how many of those in temporary housing live with one of them, against the target.</summary>
public sealed class HostsModel(EffectivePractices practices, HostingWords words, ReadAudit reads) : VejviserPage
{
    [BindProperty(SupportsGet = true, Name = "standing")]
    public HostStanding? Standing { get; set; }

    public HostingWords Words => words;

    public HostingRules Rules { get; private set; } = null!;

    public PrivateShare Share { get; private set; } = null!;

    public IReadOnlyList<HostListLine> All { get; private set; } = [];

    public IEnumerable<HostListLine> Shown => Standing is null ? All : All.Where(l => l.Standing == Standing);

    public int Late => All.Count(l => l.Host.IsLateOn(Today) && l.Host.AnsweredOn is null);

    public int Count(HostStanding standing) => All.Count(l => l.Standing == standing);

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        Rules = await HostingRules.LoadAsync(Db, practices, Cancel);
        Share = await PrivateShare.ReadAsync(Db, Cancel);
        All = await HostList.ReadAsync(Db, Cancel);
        await reads.RecordAsync(Reader.AccountId, "hosting.list.read", [new AuditSubject(Entity: "private-host")], Cancel);
        AddCrumb(Text["housing.title"], "/housing");
        AddCrumb(Text["hosting.title"]);
    }
}
