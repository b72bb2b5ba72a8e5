using System.Security.Claims;
using Rollout.Core.Programmes;
using Rollout.Core.Publications;
using Rollout.Core.Steps;
using Rollout.Storage.Contents;
using Rollout.Storage.Publications;
using Rollout.Web.Accounts;
using Rollout.Web.Acting;

namespace Rollout.Web.Publishing;

/// <summary>
/// Where what people do with publications comes in, from a page's circuit and from the API alike: asks once more who it is, then lets the
/// rules decide. What is issued is printed here, once, before number and date are entered.
/// </summary>
public sealed class PublicationDesk(LiveAccess access, ProgrammeCatalog catalog, PublicationBook book, PublicationRecorder recorder, FileStore files, EditionPrinting printing)
{
    /// <summary>Does what somebody wants, or says why not.</summary>
    /// <param name="user">Who says to want it.</param>
    /// <param name="programme">Key of a programme of the catalogue.</param>
    /// <param name="id">Which publication; null for one that is to begin.</param>
    /// <param name="command">The command of an actor.</param>
    /// <param name="ct">Gives up before anything is written.</param>
    public async Task<PublicationOutcome> ActAsync(ClaimsPrincipal? user, string programme, long? id, Func<Actor, PublicationCommand> command, CancellationToken ct)
    {
        var (actor, stranger) = Ask(user, programme);
        if (actor is null) return new(null, stranger);
        var wanted = command(actor);
        if (wanted.Note?.Length > Desk.LongestNote) return new(null, Refusal.Rule("note.tooLong", $"{Desk.LongestNote}", $"{wanted.Note.Length}"));
        return await recorder.RecordAsync(programme, id, wanted, ct);
    }

    /// <summary>Enters number and date, after the documents have been printed with them and kept.</summary>
    /// <param name="user">Who says to want it.</param>
    /// <param name="programme">Key of a programme of the catalogue.</param>
    /// <param name="id">A publication that exists.</param>
    /// <param name="seen">The version its author saw.</param>
    /// <param name="number">The letter's number.</param>
    /// <param name="date">The letter's date.</param>
    /// <param name="ct">Gives up before anything is written.</param>
    public async Task<PublicationOutcome> IssueAsync(ClaimsPrincipal? user, string programme, long id, long seen, string? number, DateOnly date, CancellationToken ct)
    {
        var (actor, stranger) = Ask(user, programme);
        if (actor is null) return new(null, stranger);
        var publication = book.Of(programme).First(p => p.Id == id);
        var wanted = new PublicationCommand.IssueLetter(actor, seen, number, date, []);
        // Asked before anything is printed, and decided once more where it is written.
        if (PublicationDecider.Decide(publication, wanted, recorder.Facts(catalog.Find(programme)!.Programme, null)) is PublicationDecision.Refused refused) return new(publication, refused.Refusal);
        var printed = await printing.PrintAsync(publication, number!.Trim(), date, ct);
        return await recorder.RecordAsync(programme, id, wanted with { Files = printed }, ct);
    }

    /// <summary>Keeps the signed letter of an issued publication.</summary>
    /// <param name="user">Who says to bring it.</param>
    /// <param name="programme">Key of a programme of the catalogue.</param>
    /// <param name="id">A publication that exists.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="name">The name it was given.</param>
    /// <param name="ct">Gives up; nothing is left then.</param>
    public async Task<PublicationOutcome> AttachAsync(ClaimsPrincipal? user, string programme, long id, Stream content, string name, CancellationToken ct)
    {
        if (MayAttach(user, programme, id) is { } refusal) return new(null, refusal);
        var receipt = await files.SaveAsync(content, name, ct);
        return receipt.File is null ? new(null, receipt.Refusal) : await AttachAsync(user, programme, id, receipt, ct);
    }

    /// <summary>The same of a file that is kept already.</summary>
    public Task<PublicationOutcome> AttachAsync(ClaimsPrincipal? user, string programme, long id, FileReceipt receipt, CancellationToken ct) =>
        receipt.File?.MediaType == FileKind.Pdf.MediaType
            ? ActAsync(user, programme, id, actor => new PublicationCommand.AttachSigned(actor, new(PublishedFile.Signed, receipt.File.Hash, receipt.Name)), ct)
            : Task.FromResult(new PublicationOutcome(null, Refusal.Rule("publication.pdf", receipt.Name)));

    /// <summary>Why somebody may not attach a signed letter; null when they may. Asked before a file is taken in.</summary>
    public Refusal? MayAttach(ClaimsPrincipal? user, string programme, long id)
    {
        var (actor, stranger) = Ask(user, programme);
        if (actor is null) return stranger;
        var attach = new PublicationCommand.AttachSigned(actor, new(PublishedFile.Signed, "", ""));
        return (PublicationDecider.Decide(book.Of(programme).First(p => p.Id == id), attach, recorder.Facts(catalog.Find(programme)!.Programme, null)) as PublicationDecision.Refused)?.Refusal;
    }

    /// <summary>The actor that a person is towards a programme's publications.</summary>
    public static Actor ActorOf(Person person, Programme programme) => new(
        person.Mandate.Kind, person.Name, person.Mandate.Kind == ActorKind.Monitor ? programme.Lead : person.Mandate.Agency, null,
        string.IsNullOrWhiteSpace(person.Office) ? null : person.Office);

    private (Actor? Actor, Refusal? Refusal) Ask(ClaimsPrincipal? user, string programme)
    {
        if (access.Now(user) is not { } person) return (null, Refusal.Forbidden("actor.signIn"));
        var rules = catalog.Find(programme)!.Programme;
        return person.Mandate.MayRead(rules, null) ? (ActorOf(person, rules), null) : (null, Refusal.Forbidden("actor.mayNotSee"));
    }
}
