using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Vejviser.Web.Shared;

/// <summary>Words in a drawn picture. Razor keeps the tag <c>text</c> for itself, so SVG's is made here.</summary>
internal static class SvgWords
{
    /// <param name="anchor">Which part of the words stands at <paramref name="x"/>: <c>start</c>, <c>middle</c> or <c>end</c>.</param>
    public static IHtmlContent At(string words, string cssClass, int x, int y, string anchor = "start")
    {
        var tag = new TagBuilder("text");
        tag.Attributes["class"] = cssClass;
        tag.Attributes["x"] = x.ToString(CultureInfo.InvariantCulture);
        tag.Attributes["y"] = y.ToString(CultureInfo.InvariantCulture);
        tag.Attributes["text-anchor"] = anchor;
        tag.InnerHtml.Append(words);
        return tag;
    }
}
