using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Vejviser.Bench.Hosts;

/// <summary>One task as the peers' pages show it.</summary>
internal sealed record BareRow(
    Guid Id, int Version, string Title, string Area, DateOnly? Due, Guid HouseholdId, string Household, string? Reference, string? Person, string? CaseWorker, string[] Goals);

/// <summary>
/// The peers' HTML: the same rows with the same marks and words as the product's page, written straight into one string. What is the same
/// on every page (head, menu, filter, foot) is one constant as long as the product's.
/// </summary>
internal static class BarePage
{
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    public static byte[] Write(string shell, IReadOnlyList<BareRow> rows, int[] counts, IEnumerable<string> teams, DateOnly today)
    {
        var html = new StringBuilder(64 * 1024).Append(shell);
        foreach (var team in teams)
            html.Append("<li><a href=\"/?team=\">").Append(Encoder.Encode(team)).Append("</a></li>");
        foreach (var count in counts)
            html.Append("<li><strong>").Append(count).Append("</strong></li>");
        foreach (var row in rows)
            Row(html, row, today);
        return Encoding.UTF8.GetBytes(html.Append("</ul></section></form></main></body></html>").ToString());
    }

    private static void Row(StringBuilder html, BareRow row, DateOnly today)
    {
        var title = Encoder.Encode(row.Title);
        var household = Encoder.Encode(row.Household);
        html.Append($"""
            <li class="work-row" data-row id="t-{row.Id}">
              <div class="work-what">
                <a class="work-title" href="/tasks/{row.Id}">{title}</a>
                <p class="work-who">
                  <a href="/households/{row.HouseholdId}"><bdi dir="auto">{Encoder.Encode(row.Person ?? row.Household)}</bdi></a>
                  <span class="work-household">(<bdi dir="auto">{household}</bdi>)</span>
                  <span class="nowrap">{row.Reference}</span>
                  <a class="work-only no-print" href="/?household={row.HouseholdId}" aria-label="Kun {household}"><svg class="icon-svg" focusable="false" aria-hidden="true"><use href="/lib/dkfds/img/all-svg-icons.svg#tune"></use></svg></a>
                </p>
              </div>
              <p class="work-day">
            """);
        if (row.Due is { } due)
        {
            if (due < today)
                html.Append("<span class=\"chip chip-late\">").Append(today.DayNumber - due.DayNumber).Append(" dage forsinket</span>");
            var day = due.ToDateTime(TimeOnly.MinValue);
            html.Append("<span class=\"nowrap\">").Append(day.ToString("ddd d. MMM", Danish)).Append(" · uge ").Append(ISOWeek.GetWeekOfYear(day)).Append("</span>");
        }

        html.Append("</p><p class=\"work-more\"><span>").Append(row.Area).Append("</span>");
        foreach (var goal in row.Goals)
            html.Append("<span class=\"chip chip-soon\">Spærrer for ").Append(goal).Append("</span>");
        if (row.CaseWorker is not null)
            html.Append("<span>").Append(Encoder.Encode(row.CaseWorker)).Append("</span>");
        html.Append(CultureInfo.InvariantCulture, $"""
            </p>
              <div class="work-do no-print">
                <button class="button button-secondary" name="task" value="{row.Id}:{row.Version}" data-finish hx-post="/work/finish" hx-target="closest li" hx-swap="outerHTML" hx-disabled-elt="this"
                    aria-label="Afslut {title}"><svg class="icon-svg" focusable="false" aria-hidden="true"><use href="/lib/dkfds/img/all-svg-icons.svg#check"></use></svg> Afslut</button>
              </div>
            </li>
            """);
    }
}
