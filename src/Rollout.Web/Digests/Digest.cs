namespace Rollout.Web.Digests;

/// <summary>One mail that says all of a day: what is overdue, soon due and waiting, programme by programme.</summary>
/// <param name="Subject">The subject, with the numbers that matter.</param>
/// <param name="Text">The body as plain text, which every mail program reads.</param>
public sealed record Digest(string Subject, string Text);
