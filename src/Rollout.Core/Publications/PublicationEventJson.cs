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
        PublicationEvent.Drafted => "drafted",
        PublicationEvent.Edited => "edited",
        PublicationEvent.Submitted => "submitted",
        PublicationEvent.Withdrawn => "withdrawn",
        PublicationEvent.Approved => "approved",
        PublicationEvent.Returned => "returned",
        PublicationEvent.Issued => "issued",
        PublicationEvent.Superseded => "superseded",
        PublicationEvent.Cancelled => "cancelled",
        PublicationEvent.Commented => "commented",
        PublicationEvent.Attached => "attached",
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, null),
    };

    /// <summary>The event's fields.</summary>
    public static string Write(PublicationEvent happened) => (happened switch
    {
        PublicationEvent.Drafted e => Plan(e.Plan),
        PublicationEvent.Edited e => Plan(e.Plan),
        // The content as a text within the text: it must come back letter for letter.
        PublicationEvent.Submitted e => new() { ["content"] = CanonicalContent.Write(e.Content), ["ledgerSeq"] = e.LedgerSeq, ["ledgerHash"] = e.LedgerHash },
        PublicationEvent.Issued e => new()
        {
            ["number"] = e.Number,
            ["date"] = e.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["previousHash"] = e.PreviousHash,
            ["hash"] = e.Hash,
            ["files"] = new JsonArray([.. e.Files.Select(FileNode)]),
        },
        PublicationEvent.Superseded e => new() { ["by"] = e.By },
        PublicationEvent.Attached e => new() { ["file"] = FileNode(e.File) },
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
                "drafted" => new PublicationEvent.Drafted(PlanOf(all)),
                "edited" => new PublicationEvent.Edited(PlanOf(all)),
                "submitted" => new PublicationEvent.Submitted(CanonicalContent.Read(Text(all, "content")), Long(all, "ledgerSeq"), Text(all, "ledgerHash")),
                "withdrawn" => new PublicationEvent.Withdrawn(),
                "approved" => new PublicationEvent.Approved(),
                "returned" => new PublicationEvent.Returned(),
                "issued" => new PublicationEvent.Issued(
                    Text(all, "number"), DateOnly.ParseExact(Text(all, "date"), "yyyy-MM-dd", CultureInfo.InvariantCulture), Text(all, "previousHash"), Text(all, "hash"),
                    [.. all["files"]!.AsArray().Select(FileOf)]),
                "superseded" => new PublicationEvent.Superseded(Long(all, "by")),
                "cancelled" => new PublicationEvent.Cancelled(),
                "commented" => new PublicationEvent.Commented(),
                "attached" => new PublicationEvent.Attached(FileOf(all["file"])),
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
