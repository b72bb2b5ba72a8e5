using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rollout.Core.Reports;
using Rollout.Documents.Strings;

namespace Rollout.Documents;

/// <summary>Prints the records of a document for other programs, each set with its name: numbers as numbers, words in the machines' spelling.</summary>
public sealed class JsonWriter : IReportWriter
{
    // What it writes is never put into a page as it is: Vietnamese letters stay letters.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <inheritdoc/>
    public string Format => "json";

    /// <inheritdoc/>
    public string ContentType => "application/json; charset=utf-8";

    /// <inheritdoc/>
    public void Write(ReportDocument document, Stream output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("title", PrintText.Of(document.Title));
        json.WriteString("language", document.Language);
        json.WriteString("asOf", document.AsOf.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        json.WriteStartArray("records");
        foreach (var records in document.Records) Write(json, records);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReportRecords records)
    {
        json.WriteStartObject();
        json.WriteString("name", PrintText.Of(records.Name));
        json.WriteStartArray("rows");
        foreach (var row in records.Rows) Write(json, records.Fields, row);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ImmutableArray<string> fields, ImmutableArray<ReportCell> row)
    {
        json.WriteStartObject();
        for (var i = 0; i < fields.Length; i++)
            if (row[i].Number is { } number) json.WriteNumber(PrintText.Of(fields[i]), number);
            else json.WriteString(PrintText.Of(fields[i]), PrintText.Of(row[i].Machine));
        json.WriteEndObject();
    }
}
