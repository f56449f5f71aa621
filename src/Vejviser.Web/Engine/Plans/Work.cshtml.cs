using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans;

/// <summary>My work: what is late, today, this week and later.</summary>
public sealed class WorkModel : VejviserPage;
