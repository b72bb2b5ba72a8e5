using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Rollout.Web.Accounts;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Forms;

/// <summary>
/// A page of plain forms, drawn by the server alone: works without a circuit, keeps what was typed, and says what is wrong beside the field.
/// Its forms come back to it, and the framework has checked their antiforgery token before a handler runs.
/// </summary>
public abstract class FormPage : ComponentBase
{
    /// <summary>The words.</summary>
    [Inject] protected Texts Texts { get; set; } = default!;

    /// <summary>Where to go when all is done.</summary>
    [Inject] protected NavigationManager Navigation { get; set; } = default!;

    /// <summary>The request.</summary>
    [CascadingParameter] protected HttpContext Http { get; set; } = default!;

    /// <summary>What is wrong with what was sent.</summary>
    protected ImmutableArray<FieldMistake> Mistakes { get; set; } = [];

    /// <summary>Who asks.</summary>
    protected Caller Caller => Caller.Of(Http);

    /// <summary>What was sent in a field, or what stands there before.</summary>
    protected string Sent(string field, string before = "") => Http.Request.HasFormContentType && Http.Request.Form.TryGetValue(field, out var sent) ? sent.ToString() : before;

    /// <summary>What is wrong with a field, in words; the empty name means the whole form.</summary>
    protected string? Wrong(string field) => Mistakes.FirstOrDefault(m => m.Field == field) is { } mistake ? Texts.Say(mistake.Message) : null;

    /// <summary>A page of ours with the programme that is looked at.</summary>
    protected string Link(string path) => Http.Request.Query[ProgrammeStays.Word].ToString() is { Length: > 0 } key ? QueryHelpers.AddQueryString(path, ProgrammeStays.Word, key) : path;

    /// <summary>A path of ours to go back to; anything else leads to the first page.</summary>
    protected static string Local(string? back) => back is ['/', not '/' and not '\\', ..] or "/" ? back : "/";
}
