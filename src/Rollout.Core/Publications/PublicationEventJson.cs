using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rollout.Core.Calendar;
using Rollout.Core.Wording;

namespace Rollout.Core.Publications;

/// <summary>The events of publications as they are kept: a word, and fields as JSON.</summary>
public static class PublicationEventJson
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The event's word.</summary>
    public static string KindOf(PublicationEvent happened) => happened switch
    {
        PublicationEvent.DraftBegun => "drafted",
        PublicationEvent.DraftEdited => "edited",
        PublicationEvent.DraftSubmitted => "submitted",
        PublicationEvent.DraftWithdrawn => "withdrawn",
        PublicationEvent.DraftApproved => "approved",
        PublicationEvent.DraftReturned => "returned",
        PublicationEvent.LetterIssued => "issued",
        PublicationEvent.LetterSuperseded => "superseded",
        PublicationEvent.DraftCancelled => "cancelled",
        PublicationEvent.DraftCommented => "commented",
        PublicationEvent.SignedAttached => "attached",
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, null),
    };

    /// <summary>The event's fields.</summary>
    public static string Write(PublicationEvent happened) => (happened switch
    {
        PublicationEvent.DraftBegun e => Plan(e.Plan),
        PublicationEvent.DraftEdited e => Plan(e.Plan),
        // The content as a text within the text: it must come back letter for letter.
        PublicationEvent.DraftSubmitted e => new() { ["content"] = CanonicalContent.Write(e.Content), ["ledgerSeq"] = e.LedgerSeq, ["ledgerHash"] = e.LedgerHash },
        PublicationEvent.LetterIssued e => new()
        {
            ["number"] = e.Number,
            ["date"] = e.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["previousHash"] = e.PreviousHash,
            ["hash"] = e.Hash,
            ["files"] = new JsonArray([.. e.Files.Select(FileNode)]),
        },
        PublicationEvent.LetterSuperseded e => new() { ["by"] = e.By },
        PublicationEvent.SignedAttached e => new() { ["file"] = FileNode(e.File) },
        _ => new JsonObject(),
    }).ToJsonString(Plain);

    /// <summary>Reads an event back.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static PublicationEvent Read(string kind, string fields)
    {
        try
        {
            var all = JsonNode.Parse(fields)!.AsObject();
            return kind switch
            {
                "drafted" => new PublicationEvent.DraftBegun(PlanOf(all)),
                "edited" => new PublicationEvent.DraftEdited(PlanOf(all)),
                "submitted" => new PublicationEvent.DraftSubmitted(CanonicalContent.Read(Text(all, "content")), Long(all, "ledgerSeq"), Text(all, "ledgerHash")),
                "withdrawn" => new PublicationEvent.DraftWithdrawn(),
                "approved" => new PublicationEvent.DraftApproved(),
                "returned" => new PublicationEvent.DraftReturned(),
                "issued" => new PublicationEvent.LetterIssued(
                    Text(all, "number"), DateOnly.ParseExact(Text(all, "date"), "yyyy-MM-dd", CultureInfo.InvariantCulture), Text(all, "previousHash"), Text(all, "hash"),
                    [.. all["files"]!.AsArray().Select(FileOf)]),
                "superseded" => new PublicationEvent.LetterSuperseded(Long(all, "by")),
                "cancelled" => new PublicationEvent.DraftCancelled(),
                "commented" => new PublicationEvent.DraftCommented(),
                "attached" => new PublicationEvent.SignedAttached(FileOf(all["file"])),
                _ => throw new FormatException($"'{kind}' is no event of a publication."),
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException)
        {
            throw new FormatException("The event cannot be read.", e);
        }
    }

    private static JsonObject Plan(PublicationPlan plan) => new()
    {
        ["phase"] = plan.Phase,
        ["asOf"] = plan.AsOf?.ToUnixTimeMilliseconds(),
        ["placings"] = new JsonArray(
        [
            .. plan.Placings.Select(p => (JsonNode)new JsonObject { ["system"] = p.SystemKey, ["code"] = p.Code, ["kind"] = Words.Of(p.Kind), ["text"] = p.Text }),
        ]),
        ["remarks"] = new JsonArray([.. plan.Remarks.Select(r => (JsonNode)r)]),
        ["supersedes"] = plan.Supersedes,
    };

    private static PublicationPlan PlanOf(JsonObject all) => new(
        Text(all, "phase"),
        all["asOf"] is { } asOf ? HanoiTime.Local(DateTimeOffset.FromUnixTimeMilliseconds(asOf.GetValue<long>())) : null,
        [
            .. all["placings"]!.AsArray().Select(p => p!.AsObject())
                .Select(p => new Placing(Text(p, "system"), Text(p, "code"), Words.Read<PlacingKind>(Text(p, "kind")), Text(p, "text"))),
        ],
        [.. all["remarks"]!.AsArray().Select(r => r!.GetValue<string>())], all["supersedes"]?.GetValue<long>());

    private static JsonNode FileNode(PublishedFile file) => new JsonObject { ["format"] = file.Format, ["hash"] = file.Hash, ["name"] = file.Name };

    private static PublishedFile FileOf(JsonNode? node)
    {
        var file = node!.AsObject();
        return new(Text(file, "format"), Text(file, "hash"), Text(file, "name"));
    }

    private static string Text(JsonObject all, string name) => all[name]!.GetValue<string>();

    private static long Long(JsonObject all, string name) => all[name]!.GetValue<long>();
}
