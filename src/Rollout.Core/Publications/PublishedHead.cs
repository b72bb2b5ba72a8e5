using Rollout.Core.Wording;

namespace Rollout.Core.Publications;

/// <summary>What stands above the rows, as the programme file had it when the content was frozen.</summary>
/// <param name="Name">"Phụ lục I".</param>
/// <param name="Title">The title.</param>
/// <param name="Phase">The phase's title.</param>
/// <param name="IssuedWith">The line of the letter, its blanks left blank.</param>
/// <param name="IssuedWithNumber">The same with {number}, {day}, {month}, {year}; empty when the programme has none.</param>
/// <param name="Columns">The four heads of the table.</param>
public sealed record PublishedHead(string Name, string Title, string Phase, string IssuedWith, string IssuedWithNumber, ValueList<string> Columns);
