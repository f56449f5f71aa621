namespace Vejviser.Core.Chapters.Housing.Allocation;

/// <summary>The practice of the allocation meeting and its limits.</summary>
public static class PermanentHousing
{
    public const string Practice = "permanent-social-housing";
    internal const string KeyYearsBack = "key-years-back";
    internal const string KeyTolerance = "key-tolerance";
    internal const string YouthHomeAgeBelow = "youth-home-age-below";
}
