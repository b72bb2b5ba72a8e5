using Rollout.Core.Appendices;
using Rollout.Core.Steps;

namespace Rollout.Web.Appendices;

/// <summary>What somebody approves to be imported.</summary>
/// <param name="Programme">Key of a programme of the catalogue.</param>
/// <param name="Phase">Key of the phase it speaks of.</param>
/// <param name="Date">Since when it holds.</param>
/// <param name="Document">The letter it went with.</param>
/// <param name="Seq">The latest entry of the board that was compared.</param>
public sealed record AppendixWish(string Programme, string Phase, StatedDate Date, DocumentReference? Document, long Seq);
