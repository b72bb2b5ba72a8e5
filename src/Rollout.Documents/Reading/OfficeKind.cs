namespace Rollout.Documents.Reading;

/// <summary>What the main part of an Office file is.</summary>
internal enum OfficeKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>Sheets.</summary>
    Sheets,

    /// <summary>Either, with programs in it.</summary>
    Macros,
}
