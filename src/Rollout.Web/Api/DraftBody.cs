using Rollout.Core.Steps;

namespace Rollout.Web.Api;

/// <summary>A draft as a request writes it.</summary>
/// <param name="Note">What is to be reported.</param>
/// <param name="At">Since when it holds: a day, or an instant with its offset.</param>
/// <param name="Document">The document it rests on.</param>
/// <param name="Files">Files that were brought before.</param>
public sealed record DraftBody(string? Note, string? At, DraftDocumentBody? Document, FileReference?[]? Files);
