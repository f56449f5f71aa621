using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Partners;

/// <summary>A partner's own page: for an account of a partner, whatever roles others have been given.</summary>
public abstract class PartnerOwnPage : VejviserPage
{
    /// <summary>The partner whose user asks; there is one, or the page is not shown.</summary>
    protected Guid Partner => Reader.PartnerId!.Value;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (Reader.PartnerId is null)
            context.Result = new ForbidResult();
    }
}
