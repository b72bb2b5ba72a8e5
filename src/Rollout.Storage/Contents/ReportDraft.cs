using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Storage.Contents;

/// <summary>A report that a vendor has prepared and an office has not submitted yet; one a cell. No part of the ledger.</summary>
/// <param name="Programme">Key of the programme.</param>
/// <param name="Cell">Which cell.</param>
/// <param name="Author">Who prepared it last.</param>
/// <param name="UpdatedAt">When.</param>
public sealed record ReportDraft(string Programme, StepKey Cell, string Author, DateTimeOffset UpdatedAt)
{
    /// <summary>What is to be reported.</summary>
    public string Note { get; init; } = "";

    /// <summary>Since when it holds, when it was before the report.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The document it rests on.</summary>
    public DocumentReference? Document { get; init; }

    /// <summary>The files to be given with it.</summary>
    public ValueList<FileReference> Files { get; init; } = [];

    /// <summary>Whether nothing is said in it.</summary>
    public bool IsEmpty => Note.Length == 0 && At is null && Document is null && Files.IsEmpty;
}
