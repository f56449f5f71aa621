using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Vejviser.Web.Shared.TagHelpers;

/// <summary>
/// The way through a list that stands on several pages: <c>&lt;pages number="2" has-next="true" to="@(n =&gt; $"/offers?page-number={n}")" /&gt;</c>. Says which page this is; nothing where there is one alone.
/// </summary>
[HtmlTargetElement("pages", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagesTagHelper(PageTexts texts) : TagHelper
{
    /// <summary>The page shown, from 1.</summary>
    public int Number { get; set; } = 1;

    /// <summary>How many there are, where that is known.</summary>
    public int? Of { get; set; }

    /// <summary>Whether another follows; told by <see cref="Of"/> where that is given.</summary>
    public bool HasNext { get; set; }

    /// <summary>The address of a page by its number.</summary>
    public required Func<int, string> To { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var hasNext = Of is { } of ? Number < of : HasNext;
        if (Number <= 1 && !hasNext)
        {
            output.SuppressOutput();
            return;
        }

        (output.TagName, output.TagMode) = ("nav", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "actions pages no-print");
        output.Attributes.SetAttribute("aria-label", texts["pages.label"]);
        if (Number > 1)
            output.Content.AppendHtml(Link(Number - 1, "prev", texts["pages.previous"]));
        var here = new TagBuilder("span");
        here.InnerHtml.Append(Of is { } all ? texts["pages.number-of", ("page", Number), ("pages", all)] : texts["pages.number", ("page", Number)]);
        output.Content.AppendHtml(here);
        if (hasNext)
            output.Content.AppendHtml(Link(Number + 1, "next", texts["pages.next"]));
    }

    private TagBuilder Link(int number, string relation, string words)
    {
        var link = new TagBuilder("a");
        link.AddCssClass("button button-secondary");
        link.Attributes["rel"] = relation;
        link.Attributes["href"] = To(number);
        link.InnerHtml.Append(words);
        return link;
    }
}
