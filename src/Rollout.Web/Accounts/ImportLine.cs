using System.Collections.Immutable;

namespace Rollout.Web.Accounts;

/// <summary>A line of a list of accounts.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Fields">What it says.</param>
/// <param name="Mistakes">What is wrong with it.</param>
public sealed record ImportLine(int Line, AccountFields Fields, ImmutableArray<FieldMistake> Mistakes);
