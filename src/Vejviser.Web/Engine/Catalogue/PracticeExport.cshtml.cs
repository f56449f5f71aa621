using System.Text;
using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Catalogue.Own;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>The municipality's own practice, or its version of one of the catalogue's, as one file to hand on. No person stands in it.</summary>
public sealed class PracticeExportModel(EffectivePractices practices) : VejviserPage
{
    [FromRoute]
    public string Practice { get; set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await PracticeBundles.FindAsync(Db, practices, Practice, Cancel) is not { } bundle)
            return NotFound();
        return File(Encoding.UTF8.GetBytes(bundle.Write()), "application/yaml; charset=utf-8", bundle.FileName);
    }
}
