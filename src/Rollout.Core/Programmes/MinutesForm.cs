using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>The words of a step's test minutes, as the programme's documents put them.</summary>
/// <param name="Country">The country's name above everything.</param>
/// <param name="Motto">The motto under it.</param>
/// <param name="Title">The title, in capitals.</param>
/// <param name="IssuedOn">The line of place and date, its blanks left blank.</param>
/// <param name="AsOf">"State of {0}".</param>
/// <param name="Environment">The head of the phase.</param>
/// <param name="Step">The head of the step.</param>
/// <param name="Content">The head of its official text.</param>
/// <param name="Results">The head of the results.</param>
/// <param name="NoResults">What stands there when there are none.</param>
/// <param name="Statements">The head of who reported and confirmed.</param>
/// <param name="NoStatements">What stands there when nobody did.</param>
/// <param name="SignedBy">The head of the signatures: "For {0}".</param>
/// <param name="Sign">What to do there.</param>
/// <param name="ResultColumns">Six heads: number, time, check, address, outcome, duration.</param>
/// <param name="StatementColumns">Four heads: number, time, who, what.</param>
public sealed record MinutesForm(
    LocalizedText Country, LocalizedText Motto, LocalizedText Title, LocalizedText IssuedOn, LocalizedText AsOf, LocalizedText Environment, LocalizedText Step,
    LocalizedText Content, LocalizedText Results, LocalizedText NoResults, LocalizedText Statements, LocalizedText NoStatements, LocalizedText SignedBy, LocalizedText Sign,
    ImmutableArray<LocalizedText> ResultColumns, ImmutableArray<LocalizedText> StatementColumns);
