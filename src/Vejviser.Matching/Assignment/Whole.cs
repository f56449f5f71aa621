namespace Vejviser.Matching.Assignment;

/// <summary>A whole placement, an option a seeker, checked and counted exactly.</summary>
internal static class Whole
{
    public static bool Holds(Model model, ReadOnlySpan<int> placement)
    {
        var activity = Activity(model, placement);
        for (var r = 0; r < model.Rows; r++)
        {
            if (Model.Exceeds(activity[r], model.RowMost[r]) || Model.FallsShort(activity[r], model.RowLeast[r]))
                return false;
        }

        foreach (var o in placement)
        {
            if (model.IsNowhere(o) && model.Must[model.OptionSeeker[o]])
                return false;
        }

        return true;
    }

    public static double Score(Model model, ReadOnlySpan<int> placement)
    {
        var sum = 0d;
        foreach (var o in placement)
            sum += model.Score[o];
        return sum;
    }

    public static double[] Activity(Model model, ReadOnlySpan<int> placement)
    {
        var activity = new double[model.Rows];
        foreach (var o in placement)
        {
            for (var e = model.ColumnFirst[o]; e < model.ColumnFirst[o + 1]; e++)
                activity[model.ColumnRow[e]] += model.ColumnValue[e];
        }

        return activity;
    }
}
