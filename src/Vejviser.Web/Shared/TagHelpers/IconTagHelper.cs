using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Vejviser.Web.Shared.TagHelpers;

/// <summary>An icon of Det Fælles Designsystem: <c>&lt;icon name="check" /&gt;</c>; decoration unless it has a label.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    private const string Sprite = "/lib/dkfds/img/all-svg-icons.svg";

    /// <summary>The icon's name in the design system's sprite.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it says to those who cannot see it.</summary>
    public string? Label { get; set; }

    /// <summary>An icon without label for places that show it a hundred times.</summary>
    public static IHtmlContent Plain(string name) =>
        new HtmlString($"""<svg class="icon-svg" focusable="false" aria-hidden="true"><use href="{Sprite}#{name}"></use></svg>""");

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

        output.Content.SetHtmlContent($"""<use href="{Sprite}#{Name}"></use>""");
    }
}
