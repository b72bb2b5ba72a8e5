using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using Rollout.Core.Contacts;
using Rollout.Storage.Contents;
using Rollout.Web.Accounts;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>Whom to call, of participants and agencies: never for the public, and in no export.</summary>
internal static class ContactsApi
{
    private const string OfParticipant = "/programmes/{programme}/participants/{code}/contacts";
    private const string OfAgency = "/programmes/{programme}/agencies/{key}/contacts";
    private const string Example = """[{"step":"1.1","name":"Người dùng thử","office":"Sở Tư pháp","phone":"000 000 000","email":"thu@example.vn"}]""";

    public static void MapContacts(this RouteGroupBuilder api)
    {
        api.MapGet(OfParticipant, (HttpContext http, ContactBook book, Texts texts, string code) => Read(http, book, texts, Owner(http, code)))
            .WithMetadata(new SignedInOnly()).WithSummary("A participant's contacts");
        api.MapPut(OfParticipant, (HttpContext http, ContactBook book, LiveAccess access, Texts texts, string code) => Replace(http, book, access, texts, Owner(http, code)))
            .WithMetadata(new SignedInOnly()).WithSummary("Replaces a participant's contacts: all or nothing").WithJson<ContactBody[]>(Example);
        api.MapGet(OfAgency, (HttpContext http, ContactBook book, Texts texts, string key) =>
                Missing(http.View(), key, texts) ?? Read(http, book, texts, ContactOwner.Of(key)))
            .WithMetadata(new SignedInOnly(), new ReadableUnderOwn()).WithSummary("An agency's contacts");
        api.MapPut(OfAgency, (HttpContext http, ContactBook book, LiveAccess access, Texts texts, string key) =>
                Missing(http.View(), key, texts) ?? Replace(http, book, access, texts, ContactOwner.Of(key)))
            .WithMetadata(new SignedInOnly(), new ReadableUnderOwn()).WithSummary("Replaces an agency's contacts: all or nothing").WithJson<ContactBody[]>(Example);
    }

    private static IResult Read(HttpContext http, ContactBook book, Texts texts, ContactOwner owner)
    {
        var programme = http.View().Programme;
        return ContactRules.MayRead(programme, Person.Of(http.User)?.Mandate, owner)
            ? TypedResults.Ok(book.Of(programme.Key, owner).Select(ContactBody.Of).ToArray())
            : Problems.Forbidden(texts);
    }

    private static IResult Replace(HttpContext http, ContactBook book, LiveAccess access, Texts texts, ContactOwner owner)
    {
        var programme = http.View().Programme;
        if (access.Now(http.User) is not { } person) return Problems.SignIn(texts);
        if (!ContactRules.MayWrite(programme, person.Mandate, owner)) return Problems.Forbidden(texts);
        var lines = ContactRules.Trimmed(http.Body<ContactBody[]>().Select(b => (b ?? new(null, null, null, null, null)).Line()));
        var mistakes = ContactRules.Check(programme, lines);
        if (!mistakes.IsEmpty) return Invalid(mistakes, texts);
        book.Replace(programme.Key, owner, lines, person.Name);
        return TypedResults.Ok(lines.Select(ContactBody.Of).ToArray());
    }

    private static ProblemHttpResult Invalid(ImmutableArray<ContactMistake> mistakes, Texts texts) => TypedResults.Problem(
        title: texts["contacts.invalid"], statusCode: StatusCodes.Status422UnprocessableEntity,
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["code"] = "contacts.invalid",
            ["errors"] = mistakes.Select(m => new { m.Index, m.Field, m.Message.Code, Message = texts.Say(m.Message) }).ToArray(),
        });

    private static ContactOwner Owner(HttpContext http, string code) => ContactOwner.Of(http.View().Board.Find(code)!.Participant.Id);

    private static ProblemHttpResult? Missing(BoardView view, string key, Texts texts) => view.Programme.FindOrganisation(key) is null
        ? Problems.Of(new("agency", "unknown", key, [.. view.Programme.Organisations.Select(o => o.Key)], NotFound: true), texts)
        : null;
}
