namespace Rollout.Core.Reports;

/// <summary>How a paragraph stands in the form of Nghị định 30/2020/NĐ-CP.</summary>
public enum ReportStyle
{
    /// <summary>Plain text, justified.</summary>
    Body,

    /// <summary>"Phụ lục I": bold, centred.</summary>
    AppendixName,

    /// <summary>The motto under the country's name: bold, centred, underlined by a line of its own length.</summary>
    Motto,

    /// <summary>The title: bold, centred, capitals as written.</summary>
    Title,

    /// <summary>The line in brackets under the title: italic, centred.</summary>
    IssuedWith,

    /// <summary>A heading within the text: bold.</summary>
    Heading,
}
