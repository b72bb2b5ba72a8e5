using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>How a phụ lục begins.</summary>
/// <param name="Name">"Phụ lục".</param>
/// <param name="Title">The title, in capitals as the file has it.</param>
/// <param name="IssuedWith">The line in brackets under the title, its blanks left blank.</param>
public sealed record AppendixHead(LocalizedText Name, LocalizedText Title, LocalizedText IssuedWith);
