namespace Rollout.Probing;

/// <summary>Puts a definition's headers on a request.</summary>
internal static class RequestHeaders
{
    private const string Secret = "secret:";

    /// <summary>The trouble when a secret is missing.</summary>
    public static Trouble? Add(HttpRequestMessage message, ProbeRequest request)
    {
        foreach (var (name, declared) in request.Definition.Headers)
        {
            var value = declared;
            if (declared.StartsWith(Secret, StringComparison.Ordinal))
            {
                var secret = declared[Secret.Length..];
                if (request.Secrets(secret) is not { Length: > 0 } known) return new(FaultCodes.SelfSecretMissing, secret);
                value = known;
            }
            if (message.Headers.TryAddWithoutValidation(name, value)) continue;
            // Headers such as Content-Type belong to a body in .NET, be it an empty one.
            (message.Content ??= new ByteArrayContent([])).Headers.TryAddWithoutValidation(name, value);
        }
        return null;
    }
}
