namespace Vejviser.Bench.Hosts;

/// <summary>Head, menu and filter of the peers' page: as long as the product's, and the same on every page.</summary>
internal static class Shell
{
    private const int Length = 9000;

    public static string Text { get; } = Make();

    private static string Make()
    {
        const string head = "<!DOCTYPE html><html lang=\"da\" dir=\"ltr\"><head><meta charset=\"utf-8\"><title>Mit arbejde</title></head><body><main id=\"main\" class=\"container\">";
        const string place = "<li><a href=\"/arrivals\"><svg class=\"icon-svg\" focusable=\"false\" aria-hidden=\"true\"><use href=\"/lib/dkfds/img/all-svg-icons.svg#calendar-month\"></use></svg> Ankomster</a></li>";
        return head + string.Concat(Enumerable.Repeat(place, (Length - head.Length) / place.Length)) + "<form><section><ul>";
    }
}
