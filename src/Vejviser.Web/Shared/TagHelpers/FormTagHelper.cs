using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Vejviser.Web.Shared.TagHelpers;

/// <summary>
/// Gives every posting form a command id, so that a double click or a resent page is answered, not repeated, and the
/// antiforgery token, also where the form names its own address (there the framework leaves it out).
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class CommandFormTagHelper(IHtmlGenerator generator) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.PreContent.AppendHtml($"""<input type="hidden" name="command" value="{Guid.CreateVersion7()}">""");
        if (context.AllAttributes.ContainsName("action"))
            output.PreContent.AppendHtml(generator.GenerateAntiforgery(ViewContext));
    }
}
