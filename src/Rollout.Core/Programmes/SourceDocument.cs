using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>A document on which the programme rests.</summary>
/// <param name="Key">Key by which the file refers to it.</param>
/// <param name="Number">Its number and sign; blanks as published.</param>
/// <param name="Issuer">Key of the agency that issued it, or its name when it is none of the programme's.</param>
/// <param name="Date">Its date as published: a day, a month, or empty.</param>
/// <param name="Title">What it is.</param>
public sealed record SourceDocument(string Key, string Number, string Issuer, string Date, LocalizedText Title);
