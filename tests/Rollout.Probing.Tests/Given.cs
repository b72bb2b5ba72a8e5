using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Rollout.Core.Programmes;
using Rollout.Core.Verification;

namespace Rollout.Probing.Tests;

/// <summary>What the tests start from.</summary>
internal static class Given
{
    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Long enough for a busy machine; what must not answer is given a short one.</summary>
    public static readonly TimeSpan Patient = TimeSpan.FromSeconds(20);

    public static readonly TimeSpan Short = TimeSpan.FromMilliseconds(500);

    public static ProbingOptions Options(bool trustRoot = true, bool allowLoopback = true, int concurrency = 8, params Uri[] references) => new()
    {
        AllowLoopback = allowLoopback,
        Concurrency = concurrency,
        TrustedRoots = trustRoot ? new X509Certificate2Collection(TestCertificates.Root) : null,
        References = [.. references],
        ReferenceTimeout = Patient,
    };

    public static ProbeDefinition Definition(
        ProbeKind kind, string[]? conditions = null, TimeSpan? timeout = null, string method = "GET", (string, string)[]? headers = null,
        string? via = null, string? client = "VN/GOV/AAA/client", string[]? services = null) => new(
        "probe", kind, "role", method, (headers ?? []).ToFrozenDictionary(h => h.Item1, h => h.Item2, StringComparer.OrdinalIgnoreCase),
        [.. (conditions ?? []).Select(c => Condition.Parse(c)!)], [.. services ?? []], client, via, null, ["test"], timeout ?? Patient)
    {
        Leg = kind == ProbeKind.Dossier ? DossierLeg.Arrived : null,
    };

    public static ProbeTarget Target(Uri url) => new(1, "programme", new("set", "01"), "test", "role", url);

    public static ProbeRequest Request(ProbeDefinition definition, Uri url, bool everPassed = true, Func<string, string?>? secrets = null) =>
        new(definition, Target(url), everPassed, secrets ?? (_ => null));

    public static Func<string, CancellationToken, Task<IPAddress[]>> Resolving(params string[] addresses) =>
        (_, _) => Task.FromResult(addresses.Select(IPAddress.Parse).ToArray());

    public static async Task<ProbeFinding> CheckAsync(ProbeRequest request, ProbingOptions? options = null)
    {
        using var probes = new ProbesByKind(options ?? Options(), TimeProvider.System);
        return await probes.Of(request.Definition.Kind).CheckAsync(request, Token);
    }

    public static async Task<ProbeFinding> CheckAsync(
        ProbeRequest request, Func<string, CancellationToken, Task<IPAddress[]>> resolve, ProbingOptions? options = null)
    {
        options ??= Options();
        using var probes = new ProbesByKind(options, TimeProvider.System, new LineOpener(options, resolve));
        return await probes.Of(request.Definition.Kind).CheckAsync(request, Token);
    }

    public static (string? Owner, string? Code) OwnerAndCode(ProbeFinding finding) => (finding.Fault?.Owner, finding.Fault?.Code);
}
