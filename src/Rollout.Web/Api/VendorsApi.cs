using Microsoft.AspNetCore.Http.HttpResults;
using Rollout.Storage.Samples;
using Rollout.Web.Accounts;
using Rollout.Web.Acting;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>Who supplies a participant's software: for everybody known to read, for the participant and administrators to say.</summary>
internal static class VendorsApi
{
    private const string Place = CellRoute.Participant + "/vendor";

    public static void MapVendors(this RouteGroupBuilder api)
    {
        api.MapGet(Place, Read).WithMetadata(new SignedInOnly()).WithSummary("Who supplies a participant's software");
        api.MapPut(Place, Set).WithMetadata(new SignedInOnly()).WithSummary("Says who supplies a participant's software; null for nobody known")
            .WithJson<VendorBody>("""{"vendor":"Nền tảng A"}""");
    }

    private static IResult Read(HttpContext http, VendorBook vendors, LiveAccess access, Texts texts) =>
        access.Now(http.User) is null ? Problems.SignIn(texts) : Answer(http, vendors);

    private static IResult Set(HttpContext http, VendorDesk desk, VendorBook vendors, Texts texts)
    {
        var programme = http.View().Programme;
        var refusal = desk.Set(http.User, programme.Key, http.ParticipantOf(), http.Body<VendorBody>().Vendor, http.Address());
        return refusal is null ? Answer(http, vendors) : Problems.Of(refusal, programme, texts);
    }

    private static Ok<VendorBody> Answer(HttpContext http, VendorBook vendors) =>
        TypedResults.Ok(new VendorBody(vendors.All(http.View().Programme.Key).GetValueOrDefault(http.ParticipantOf())));
}
