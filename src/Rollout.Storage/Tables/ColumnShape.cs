namespace Rollout.Storage.Tables;

/// <summary>A column of a table.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Type">What its values are in C#, whatever the engine makes of them; null is told apart.</param>
internal sealed record ColumnShape(string Column, Type Type);
