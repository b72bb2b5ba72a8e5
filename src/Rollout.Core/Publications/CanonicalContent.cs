using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Rollout.Core.Calendar;
using Rollout.Core.Wording;

namespace Rollout.Core.Publications;

/// <summary>
/// The one text of a content: JSON by RFC 8785 (names of members in ascending order, no space between tokens, nothing escaped but what must
/// be), in UTF-8 without a mark, instants as milliseconds since 1970-01-01Z:
/// <code>
/// {"asOf":N,"format":1,"head":{"columns":[…],"issuedWith":"…","issuedWithNumber":"…","name":"…","phase":"…","title":"…"},"knownOn":N,
///  "notes":["…"],"phase":"…","programme":"…","rows":[{"extra":false,"names":[{"code":"…","name":"…"}],"number":1,"title":"…"}]}
/// </code>
/// Its hash is the lower-case hexadecimal SHA-256 of these bytes.
/// </summary>
public static class CanonicalContent
{
    private const int Format = 1;

    /// <summary>The text.</summary>
    public static string Write(PublicationContent content)
    {
        var text = new StringBuilder(8192);
        text.Append("{\"asOf\":").Append(Milliseconds(content.AsOf)).Append(CultureInfo.InvariantCulture, $",\"format\":{Format}");
        text.Append(",\"head\":{\"columns\":");
        All(text, content.Head.Columns, Text);
        Member(text, ",\"issuedWith\":", content.Head.IssuedWith);
        Member(text, ",\"issuedWithNumber\":", content.Head.IssuedWithNumber);
        Member(text, ",\"name\":", content.Head.Name);
        Member(text, ",\"phase\":", content.Head.Phase);
        Member(text, ",\"title\":", content.Head.Title);
        text.Append("},\"knownOn\":").Append(Milliseconds(content.KnownOn)).Append(",\"notes\":");
        All(text, content.Notes, Text);
        Member(text, ",\"phase\":", content.Phase);
        Member(text, ",\"programme\":", content.Programme);
        text.Append(",\"rows\":");
        All(text, content.Rows, Row);
        return text.Append('}').ToString();
    }

    /// <summary>The bytes that are kept and hashed.</summary>
    public static byte[] Bytes(PublicationContent content) => Encoding.UTF8.GetBytes(Write(content));

    /// <summary>The hash of the text.</summary>
    public static string Hash(PublicationContent content) => Convert.ToHexStringLower(SHA256.HashData(Bytes(content)));

    /// <summary>Reads a text back.</summary>
    /// <exception cref="FormatException">It is no content, or not in its canonical form.</exception>
    public static PublicationContent Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var content = Read(json.RootElement);
            return Write(content) == text ? content : throw new FormatException("The content is not in its canonical form.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentOutOfRangeException)
        {
            throw new FormatException("The content cannot be read.", e);
        }
    }

    private static PublicationContent Read(JsonElement root)
    {
        var head = root.GetProperty("head");
        return new(
            Said(root, "programme"), Said(root, "phase"), Instant(root, "asOf"), Instant(root, "knownOn"),
            new(Said(head, "name"), Said(head, "title"), Said(head, "phase"), Said(head, "issuedWith"), Said(head, "issuedWithNumber"), Texts(head, "columns")),
            [.. root.GetProperty("rows").EnumerateArray().Select(ReadRow)], Texts(root, "notes"));
    }

    private static PublishedRow ReadRow(JsonElement row) => new(
        row.GetProperty("number").GetInt32(), Said(row, "title"),
        [.. row.GetProperty("names").EnumerateArray().Select(n => new PublishedName(Said(n, "code"), Said(n, "name")))], row.GetProperty("extra").GetBoolean());

    private static string Said(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static ValueList<string> Texts(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(e => e.GetString()!)];

    private static DateTimeOffset Instant(JsonElement element, string name) =>
        HanoiTime.Local(DateTimeOffset.FromUnixTimeMilliseconds(element.GetProperty(name).GetInt64()));

    private static long Milliseconds(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();

    private static void Row(StringBuilder text, PublishedRow row)
    {
        text.Append("{\"extra\":").Append(row.Extra ? "true" : "false").Append(",\"names\":");
        All(text, row.Names, Name);
        text.Append(CultureInfo.InvariantCulture, $",\"number\":{row.Number}");
        Member(text, ",\"title\":", row.Title);
        text.Append('}');
    }

    private static void Name(StringBuilder text, PublishedName name)
    {
        Member(text, "{\"code\":", name.Code);
        Member(text, ",\"name\":", name.Name);
        text.Append('}');
    }

    private static void All<T>(StringBuilder text, ValueList<T> items, Action<StringBuilder, T> write) where T : IEquatable<T>
    {
        text.Append('[');
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) text.Append(',');
            write(text, items[i]);
        }
        text.Append(']');
    }

    private static void Member(StringBuilder text, string name, string value)
    {
        text.Append(name);
        Text(text, value);
    }

    private static void Text(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        text.Append('"');
    }
}
