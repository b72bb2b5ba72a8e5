namespace Rollout.Simulator;

/// <summary>What the simulated country does between two instants, as a scenario file says it. Immutable.</summary>
/// <remarks>
/// The format (JSON, camelCase, comments allowed; an unknown or missing member is a mistake):
/// <list type="table">
/// <item><term>seed, start, end</term><description>all chance comes from the seed; instants carry their offset</description></item>
/// <item><term>environments</term><description>keys; each participant has one simulated address in each</description></item>
/// <item><term>calendar</term><description>when people work: opens and closes (hours), weekend, holidays</description></item>
/// <item><term>roles</term><description>services of a participant: http (path, body, keyHeader), xRoad (member and services), health (a
/// Security Server's health port), dossier (path, keyHeader, the result in body); leg is no service but how far dossiers come and has the key
/// synchronised or returned. <c>environments</c> when not in all; every text may contain {participant} and {environment}</description></item>
/// <item><term>xRoadVersions</term><description>participants by version, "*" for the rest; from 7.8 on errors are spelt in snake
/// case</description></item>
/// <item><term>parts</term><description>steps in order. With <c>confirm</c> people report and the named agencies confirm (any: one of them, all:
/// each); without it the step is done a working day after its roles came up. <c>effort</c> stretches the work; roles in <c>shows</c> come up
/// with the report</description></item>
/// <item><term>tracks</term><description>a part in an environment, begun <c>gapDays</c> after every track in <c>after</c> is
/// done</description></item>
/// <item><term>service</term><description>which agency opens the service, after which track; interruptions</description></item>
/// <item><term>starts</term><description>tracks done (all services up, no events) or begun (first step under way) before the
/// start</description></item>
/// <item><term>paces</term><description>every participant stands in exactly one: <c>begin</c> gives a track's window, <c>then</c> lists the
/// tracks begun as soon as possible, all others never begin; days of work and of confirming; chances of a stall and of a return</description></item>
/// <item><term>reasons</term><description>what a stall may be about: kind, on whom, at which steps, texts</description></item>
/// <item><term>stories</term><description>one cell with fixed moments: start, block, return, up, report, confirm. A cell with a story has no
/// stall or return by chance; a block without <c>until</c> lasts; at the first step of a track it takes the place of the window</description></item>
/// <item><term>faultRules, outages</term><description>faults by chance (perMonth) and faults told exactly; <c>soap</c> makes a Security
/// Server tell them as SOAP faults; of a leg any fault stops the dossiers, <c>message</c> names the agency that holds them</description></item>
/// </list>
/// </remarks>
public sealed class Scenario
{
    private Scenario(ScenarioFile file) => File = file;

    /// <summary>The first instant of the scenario: what is done by then has no events.</summary>
    public DateTimeOffset Start => File.Start;

    /// <summary>The last instant: nothing happens after it, services stay as they are then.</summary>
    public DateTimeOffset End => File.End;

    public IReadOnlyList<string> Environments => File.Environments;

    /// <summary>Every participant, in the order of the file's paces.</summary>
    public IReadOnlyList<string> Participants => [.. File.Paces.SelectMany(pace => pace.Participants)];

    internal ScenarioFile File { get; }

    /// <exception cref="ScenarioException">The text is not a scenario; the message names every mistake found.</exception>
    public static Scenario Parse(string json)
    {
        var file = ScenarioJson.Read(json);
        var mistakes = ScenarioChecks.Mistakes(file).ToList();
        return mistakes.Count == 0
            ? new Scenario(file)
            : throw new ScenarioException("The scenario is not usable:" + string.Concat(mistakes.Select(mistake => "\n- " + mistake)));
    }
}
