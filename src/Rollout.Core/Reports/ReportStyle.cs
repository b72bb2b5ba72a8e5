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

    /// <summary>The numbered head of a part of a letter: bold, set in as its text.</summary>
    Clause,

    /// <summary>What stands under a picture: small, italic, centred.</summary>
    Caption,

    /// <summary>Beside another column: bold, centred, as the country's name stands over a letter.</summary>
    SideName,

    /// <summary>As <see cref="SideName"/> with the short line under it that the name of an agency bears.</summary>
    SideAgency,

    /// <summary>The motto in the head of a letter: bold, centred, underlined by a line of its own length.</summary>
    SideMotto,

    /// <summary>Number and subject of a letter: centred.</summary>
    SideText,

    /// <summary>Place and date of a letter: italic, centred.</summary>
    SideDate,

    /// <summary>To whom a letter goes: set in, after an empty line.</summary>
    Addressee,

    /// <summary>The head of the list of recipients: small, bold, italic.</summary>
    RecipientsHead,

    /// <summary>A recipient: small.</summary>
    Recipient,
}
