using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>How the status lists are headed when they are printed (the form of Nghị định 30/2020/NĐ-CP).</summary>
/// <param name="Name">"Phụ lục I".</param>
/// <param name="Title">The title; printed bold and in capitals as the file has it.</param>
/// <param name="IssuedWith">The line in brackets under the title, its blanks left blank.</param>
/// <param name="Columns">The four heads of the table: number, content, count, names.</param>
public sealed record AppendixForm(LocalizedText Name, LocalizedText Title, LocalizedText IssuedWith, ImmutableArray<LocalizedText> Columns)
{
    /// <summary>The same line of an issued letter, with <c>{number}</c>, <c>{day}</c>, <c>{month}</c>, <c>{year}</c>; null when the file has none: then <see cref="IssuedWith"/> stands.</summary>
    public LocalizedText? IssuedWithNumber { get; init; }
}
