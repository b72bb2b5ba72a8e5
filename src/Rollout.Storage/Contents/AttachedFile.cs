namespace Rollout.Storage.Contents;

/// <summary>A file as it was given with an entry.</summary>
/// <param name="Name">The name it was given; empty once the file was removed, since a name may be somebody's data.</param>
/// <param name="File">The file.</param>
public sealed record AttachedFile(string Name, StoredFile File);
