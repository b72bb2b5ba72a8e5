using System.Runtime.InteropServices;

namespace Rollout.Core.Pictures;

/// <summary>A place in a drawing.</summary>
/// <param name="X">Across.</param>
/// <param name="Y">Down.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DrawingPoint(double X, double Y);
