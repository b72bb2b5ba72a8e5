using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace Rollout.Simulator;

/// <summary>The Security Server of one site: its two lists of services, and its errors.</summary>
internal static class XRoadReplies
{
    private const string Client = "X-Road-Client";
    private const string Id = "X-Road-Id";
    private static readonly string[] Lists = ["listMethods", "allowedMethods"];

    // Notices are read by people: their letters stay as they are.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The provider is looked up first, then the service, then what may be wrong with it: as X-Road does.</summary>
    public static Task AnswerAsync(HttpContext context, SiteService service, FaultWindow? fault)
    {
        var provider = service.Provider!;
        var path = context.Request.Path.Value!;
        if (string.IsNullOrEmpty(context.Request.Headers[Client])) return FailAsync(context, service, XRoadError.NoClient);
        if (provider.ServiceOf(path) is not { } named) return FailAsync(context, service, XRoadError.NoSuchMember(path[ProviderId.Root.Length..]));
        if (fault is not null && XRoadError.Of(fault, provider, named, context.Request.Headers[Client].ToString()) is { } error)
            return fault.Soap ? FailInSoapAsync(context, service, error) : FailAsync(context, service, error);
        if (!Lists.Contains(named, StringComparer.Ordinal))
            return FailAsync(context, service, XRoadError.NoSuchService($"{provider.Identifier}/{named}"));
        Sign(context, $"{provider.Identifier}/{named}");
        return WriteAsync(context, StatusCodes.Status200OK, new { service = service.Role.XRoad!.Services.Select(one => Describe(provider, one)) });
    }

    private static Task FailAsync(HttpContext context, SiteService service, XRoadError error)
    {
        var type = service.ErrorStyle.Spell(error.Type);
        var detail = RequestId(context);
        context.Response.Headers["X-Road-Error"] = type;
        return WriteAsync(context, error.Status, new { type, message = error.Message, detail });
    }

    /// <summary>As callers in SOAP are told: with 200, and no header.</summary>
    private static Task FailInSoapAsync(HttpContext context, SiteService service, XRoadError error)
    {
        XNamespace envelope = "http://schemas.xmlsoap.org/soap/envelope/";
        var fault = new XElement(
            envelope + "Fault", new XElement("faultcode", service.ErrorStyle.Spell(error.Type)), new XElement("faultstring", error.Message),
            new XElement("faultactor"), new XElement("detail", new XElement("faultDetail", RequestId(context))));
        var whole = new XElement(envelope + "Envelope", new XAttribute(XNamespace.Xmlns + "SOAP-ENV", envelope), new XElement(envelope + "Body", fault));
        return HttpReplies.WriteAsync(context, StatusCodes.Status200OK, "text/xml", whole.ToString(SaveOptions.DisableFormatting));
    }

    private static object Describe(ProviderId provider, XRoadService service) => new
    {
        member_class = provider.MemberClass,
        member_code = provider.Member,
        subsystem_code = provider.Subsystem,
        object_type = "SERVICE",
        service_code = service.Code,
        service_type = service.Type,
        xroad_instance = provider.Instance,
        endpoint_list = service.Methods.Select(endpoint => new { method = endpoint.Method, path = endpoint.Path }),
    };

    private static void Sign(HttpContext context, string service)
    {
        var headers = context.Response.Headers;
        headers[Client] = context.Request.Headers[Client].ToString();
        headers["X-Road-Service"] = service;
        headers[Id] = context.Request.Headers[Id] is { Count: > 0 } given ? given.ToString() : RequestId(context);
        headers["X-Road-Request-Id"] = RequestId(context);
        headers["X-Road-Request-Hash"] = Convert.ToBase64String(SHA512.HashData(Message(context)));
    }

    /// <summary>The part of the request that X-Road hashes when there is no body: its line and its own headers.</summary>
    private static byte[] Message(HttpContext context)
    {
        var text = new StringBuilder().Append(context.Request.Method).Append("\r\n").Append(context.Request.Path).Append("\r\n");
        foreach (var header in context.Request.Headers.Where(header => header.Key.StartsWith("X-Road-", StringComparison.OrdinalIgnoreCase)))
            text.Append(header.Key).Append(':').Append(header.Value).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Made from the request, so that the same question gets the same answer.</summary>
    private static string RequestId(HttpContext context) => new Guid(SHA512.HashData(Message(context)).AsSpan(0, 16)).ToString();

    private static Task WriteAsync(HttpContext context, int status, object body)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(body, Plain, "application/json;charset=utf-8", context.RequestAborted);
    }
}
