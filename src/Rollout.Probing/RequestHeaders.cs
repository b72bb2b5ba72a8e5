using System.Text;
using Rollout.Core.Programmes;

namespace Rollout.Probing;

/// <summary>Puts a definition's headers and body on a request.</summary>
internal static class RequestHeaders
{
    private const string Secret = "secret:";
    private const string ContentType = "Content-Type";

    /// <summary>Whether any header's value is a secret of the installation.</summary>
    public static bool NeedSecret(ProbeDefinition definition) => definition.Headers.Values.Any(v => v.StartsWith(Secret, StringComparison.Ordinal));

    /// <summary>The trouble when a secret is missing. Those used are noted down, so that no answer brings them back to light.</summary>
    public static Trouble? Add(HttpRequestMessage message, ProbeRequest request, CheckNotes notes, string? body = null)
    {
        if (body is not null) message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        foreach (var (name, declared) in request.Definition.Headers)
        {
            var value = declared;
            if (declared.StartsWith(Secret, StringComparison.Ordinal))
            {
                var secret = declared[Secret.Length..];
                if (request.Secrets(secret) is not { Length: > 0 } known) return new(Missing(request.Definition.Kind), secret);
                (notes.Secrets ??= new()).Add(value = known);
            }
            if (message.Headers.TryAddWithoutValidation(name, value)) continue;
            // Headers such as Content-Type belong to a body in .NET, be it an empty one.
            (message.Content ??= new ByteArrayContent([])).Headers.TryAddWithoutValidation(name, value);
        }
        if (body is not null && !message.Content!.Headers.NonValidated.Contains(ContentType))
            message.Content.Headers.TryAddWithoutValidation(ContentType, "application/json");
        return null;
    }

    private static string Missing(ProbeKind kind) => kind == ProbeKind.Dossier ? FaultCodes.SelfTestAccountMissing : FaultCodes.SelfSecretMissing;
}
