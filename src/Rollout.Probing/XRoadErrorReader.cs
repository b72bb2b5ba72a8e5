using System.Xml;
using System.Xml.Linq;

namespace Rollout.Probing;

/// <summary>Finds the error in an answer: by the header <c>X-Road-Error</c>, or a SOAP fault, which comes with status 200.</summary>
internal static class XRoadErrorReader
{
    private const string Header = "X-Road-Error";

    /// <summary>As much of a SOAP fault, from its code on, as is kept: code, string, actor and detail come behind one another.</summary>
    private const int SoapShown = 1024;

    /// <summary>It is somebody else's XML: no DTD, nothing fetched.</summary>
    private static readonly XmlReaderSettings Strict = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Null when the answer tells none: what failed without the header is the provider's own system.</summary>
    public static XRoadError? Read(HttpAnswer answer, SaidPart evidence)
    {
        if (answer.Header(Header) is { Length: > 0 } type)
        {
            var message = MessageOf(answer.Body);
            evidence.Value(Header, type);
            if (message.Length > 0) evidence.Value("message", message);
            return new(type, message, Soap: false);
        }
        if (answer.ContentType?.MediaType?.EndsWith("xml", StringComparison.OrdinalIgnoreCase) != true || SoapFault(answer.Body) is not { } fault) return null;
        var at = answer.Body.Span.IndexOf("faultcode"u8);
        if (at >= 0) evidence.Place(at, Math.Min(SoapShown, answer.Body.Length - at));
        return fault;
    }

    private static string MessageOf(ReadOnlyMemory<byte> body) => JsonPath.Read(body, "$.message").Text ?? JsonPath.Read(body, "$.detail").Text ?? "";

    private static XRoadError? SoapFault(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body.ToArray()), Strict);
            var fault = XDocument.Load(reader).Descendants().FirstOrDefault(e => e.Name.LocalName == "Fault");
            // The code may be a qualified name: soap:Server.ServerProxy.UnknownService.
            var code = Child(fault, "faultcode")?.Split(':')[^1];
            return string.IsNullOrWhiteSpace(code) ? null : new(code.Trim(), Child(fault, "faultstring") ?? "", Soap: true);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string? Child(XElement? parent, string name) => parent?.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value;
}
