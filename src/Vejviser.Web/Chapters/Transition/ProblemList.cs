using Vejviser.Core.Chapters.Transition.Allocations;

namespace Vejviser.Web.Chapters.Transition;

/// <summary>A page of a file's errors and remarks.</summary>
/// <param name="Show"><c>errors</c>, <c>warnings</c>, or empty for all.</param>
/// <param name="Page">From 1.</param>
public sealed record ProblemList(string Show, int Page, int Count, IReadOnlyList<AllocationProblem> Shown)
{
    private const int OnOnePage = 100;

    public static readonly ProblemList Empty = new("", 1, 0, []);

    public int From => Count == 0 ? 0 : (Page - 1) * OnOnePage + 1;

    public int To => Math.Min(Page * OnOnePage, Count);

    public bool HasNext => To < Count;

    public static ProblemList Of(IReadOnlyList<AllocationProblem> all, string? show, int page)
    {
        var wanted = show is "errors" or "warnings" ? show : "";
        var those = all.Where(p => wanted.Length == 0 || p.IsError == (wanted == "errors")).ToList();
        var last = Math.Max(1, (those.Count + OnOnePage - 1) / OnOnePage);
        var here = Math.Clamp(page, 1, last);
        return new ProblemList(wanted, here, those.Count, those.Skip((here - 1) * OnOnePage).Take(OnOnePage).ToList());
    }
}
