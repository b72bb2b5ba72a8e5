using System.Collections.Immutable;
using Rollout.Core.Retention;

namespace Rollout.Storage.Backups;

/// <summary>A backup that somebody wants.</summary>
/// <param name="Folder">Where the backups are kept.</param>
/// <param name="Keep">Which of them stay once it is made; null for all.</param>
/// <param name="Settings">Names of small files of the data folder that go along where they are there. The keys of cookies do not: they are secrets.</param>
/// <param name="DumpProgram">The <c>pg_dump</c> to use; empty for the one on the path.</param>
public sealed record BackupWish(string Folder, KeepRule? Keep, ImmutableArray<string> Settings, string DumpProgram);
