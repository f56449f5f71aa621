namespace Vejviser.Core.Foundation.Law;

/// <summary>The last day of a duty: a number of whole months after the takeover.</summary>
public sealed record Deadline(DateOnly Date, LegalGround Ground);

/// <summary>The contract to be drawn up and signed after the takeover (integrationsloven § 19).</summary>
/// <param name="Due">The last day for the contract, and for the declaration signed with it.</param>
/// <param name="ContractName">What the law calls the contract on the day of the takeover.</param>
/// <param name="FamilyPlan">The family's integration plan (old § 15 a); null where the law asks for none.</param>
public sealed record ContractDeadline(Deadline Due, LawName ContractName, Deadline? FamilyPlan);

/// <summary>Whom the municipality must offer a doctor's assessment (integrationsloven § 15 d).</summary>
public enum HealthDuty
{
    /// <summary>Everybody newly arrived.</summary>
    All = 1,

    /// <summary>After a concrete assessment of the person's need.</summary>
    Need,

    /// <summary>This group always, without an assessment of need.</summary>
    Always,
}

public sealed record HealthAssessment(HealthDuty Duty, DateOnly Deadline, LegalGround Ground);

/// <summary>Where an interpreter is used.</summary>
public enum InterpretingField
{
    /// <summary>In dealings with the municipality and other authorities.</summary>
    Authority = 1,

    /// <summary>At the doctor's and in hospital.</summary>
    Health,
}

/// <summary>The least age of an interpreter.</summary>
/// <param name="Age">In whole years; null where no least age in law was found for the day.</param>
/// <param name="Exceptions">Cases in which the age does not hold.</param>
public sealed record InterpreterLeastAge(int? Age, IReadOnlyList<InterpreterException> Exceptions, LegalGround Ground);

/// <param name="Case">Such as <c>acute-danger</c>; its text stands under <c>law.interpreter.case.{Case}</c>.</param>
/// <param name="Age">The least age in that case; null where there is none.</param>
public sealed record InterpreterException(string Case, int? Age);

/// <summary>What the law calls a thing on a day.</summary>
/// <param name="Id">Such as <c>programme</c>, used in texts as <c>{law:programme}</c>.</param>
public sealed record LawName(string Id, LawText Name, LegalGround Ground);
