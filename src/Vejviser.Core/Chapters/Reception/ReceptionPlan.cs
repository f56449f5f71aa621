namespace Vejviser.Core.Chapters.Reception;

/// <summary>The ids that the chapter's boards ask of <c>catalogue/02-reception/reception-plan.yaml</c>. Figures stand there, never here.</summary>
public static class ReceptionPlan
{
    public const string Id = "reception-plan";
    public const string BeforeArrival = "before-arrival";
    public const string ArrivalAnchor = "arrival";

    /// <summary>The goal of the dwelling: who is allocated has somewhere to live.</summary>
    public const string HomeReady = "home-ready";

    /// <summary>The goal of week 2: the adult can take part in job activity.</summary>
    public const string JobReady = "job-ready";
    public const string AdultAge = "adult-age";
    public const string WorkingAgeTo = "working-age-to";
}
