namespace Rollout.Probing;

/// <summary>What is submitted: the probe's template, its places filled in.</summary>
internal static class DossierBody
{
    /// <summary>What holds when a programme writes none of its own.</summary>
    private const string Plain = """{"kind":"{kind}","key":"{key}","participant":"{participant}","synthetic":true}""";

    /// <summary>{kind} is birth or death by turns of chance, {key} the idempotency key, {participant} the participant's code.</summary>
    public static string Of(ProbeRequest request, string key) => (request.Definition.Body ?? Plain)
        .Replace("{kind}", key[0] % 2 == 0 ? "birth" : "death", StringComparison.Ordinal)
        .Replace("{key}", key, StringComparison.Ordinal)
        .Replace("{participant}", request.Target.Participant.Code, StringComparison.Ordinal);
}
