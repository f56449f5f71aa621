using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Vejviser.Web.Shared.TagHelpers;

/// <summary>An icon of Det Fælles Designsystem: <c>&lt;icon name="check" /&gt;</c>; decoration unless it has a label.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    /// <summary>The icon's name in the design system's sprite.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it says to those who cannot see it.</summary>
    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "icon-svg");
        output.Attributes.SetAttribute("focusable", "false");
        if (Label is null)
        {
            output.Attributes.SetAttribute("aria-hidden", "true");
        }
        else
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", Label);
        }

        output.Content.SetHtmlContent($"""<use href="/lib/dkfds/img/all-svg-icons.svg#{Name}"></use>""");
    }
}
