namespace Rollout.Documents.Sheets;

/// <summary>The looks of a cell; the numbers are their places in the style sheet.</summary>
internal enum SheetStyle
{
    Default,
    Body,
    AppendixName,
    Title,
    IssuedWith,
    Heading,
    Head,
    Text,
    CentredText,
    Number,
    CentredNumber,
    RecordHead,
    RecordText,
    RecordNumber,
}
