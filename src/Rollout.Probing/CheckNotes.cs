using System.Globalization;
using System.Net;
using Rollout.Core.Verification;

namespace Rollout.Probing;

/// <summary>What one check notes down on its way. Belongs to one check; not for two threads at once.</summary>
internal sealed class CheckNotes(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private readonly double?[] _legs = new double?[(int)CheckLeg.Body + 1];
    private long _legStart;

    /// <summary>Where it is.</summary>
    public CheckLeg Leg { get; private set; }

    /// <summary>The address tried last.</summary>
    public IPEndPoint? Address { get; set; }

    public DateTimeOffset? CertificateEnds { get; set; }

    /// <summary>Whether the server asked for a client certificate: a line cut afterwards is then a refusal.</summary>
    public bool CertificateDemanded { get; set; }

    /// <summary>What the other side said, as it came.</summary>
    public string? Said { get; set; }

    /// <summary>What must not be kept of it; null when the request carried none.</summary>
    public StruckSecrets? Secrets { get; set; }

    /// <summary>Since the start, in seconds.</summary>
    public double Seconds => time.GetElapsedTime(_start).TotalSeconds;

    /// <summary>Seconds until the certificate ends.</summary>
    public double? CertificateLeft => (CertificateEnds - time.GetUtcNow())?.TotalSeconds;

    public void Enter(CheckLeg leg) => (Leg, _legStart) = (leg, time.GetTimestamp());

    /// <summary>The leg has reached its end; one that does not has no timing.</summary>
    public void Leave() => _legs[(int)Leg] = time.GetElapsedTime(_legStart).TotalMilliseconds;

    /// <summary>The timeout struck on the present leg.</summary>
    public Trouble TimedOut(TimeSpan limit)
    {
        var code = Leg switch
        {
            CheckLeg.Name => FaultCodes.DnsTimeout,
            CheckLeg.Connect => FaultCodes.TcpTimeout,
            CheckLeg.Tls => FaultCodes.TlsTimeout,
            _ => FaultCodes.HttpTimeout,
        };
        return new(code, string.Create(CultureInfo.InvariantCulture, $"{limit.TotalSeconds:0.###} s"));
    }

    public ProbeFinding Finding(Fault? fault) => new(
        fault is null || Secrets is null ? fault : fault with { Detail = Secrets.Strike(fault.Detail) },
        new(_legs[(int)CheckLeg.Name], _legs[(int)CheckLeg.Connect], _legs[(int)CheckLeg.Tls], _legs[(int)CheckLeg.Answer],
            time.GetElapsedTime(_start).TotalMilliseconds),
        Address?.ToString(), CertificateEnds)
    {
        Said = SaidText.Of(Said, Secrets),
    };
}
