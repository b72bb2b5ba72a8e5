namespace Rollout.Core.Programmes;

/// <summary>A version of a programme that an administrator had kept. It is never changed and never removed; the newest is served from the next start on.</summary>
/// <param name="Programme">Key of the programme.</param>
/// <param name="Number">Its number, from 1 within the programme.</param>
/// <param name="Sha256">SHA-256 of the text.</param>
/// <param name="Text">The programme file; empty where only its line is wanted.</param>
/// <param name="By">Who had it kept.</param>
/// <param name="At">When, real time.</param>
/// <param name="Reason">Why.</param>
public sealed record ProgrammeVersion(string Programme, int Number, string Sha256, string Text, string By, DateTimeOffset At, string Reason);
