namespace Rollout.Probing.Tests.Simulation;

/// <summary>
/// One participant, <c>A</c>, whose services all come up at <see cref="Start"/> in <c>test</c>, while <c>production</c> gets <c>plain</c>
/// three hours later and nothing else; <c>B</c> never gets anywhere, nor does it matter.
/// </summary>
internal static class SmallScenario
{
    public static DateTimeOffset Start { get; } = new(2024, 1, 1, 8, 0, 0, TimeSpan.FromHours(7));

    public static DateTimeOffset ProductionComesUp => Start.AddHours(3);

    public static string With(string outages = "", string version = "7.7") => $$"""
        {
          "seed": 1, "start": "2024-01-01T08:00:00+07:00", "end": "2024-03-31T08:00:00+07:00", "environments": ["test", "production"],
          "calendar": { "opens": 8, "closes": 17, "weekend": [], "holidays": [] },
          "roles": [
            { "key": "plain", "kind": "http", "path": "/codes/{participant}/{environment}", "body": "[\"1.1\"]" },
            { "key": "keyed", "kind": "http", "path": "/keyed", "body": "{\"status\":\"UP\"}", "keyHeader": "X-Api-Key" },
            { "key": "road", "kind": "xRoad", "xRoad": {
                "instances": { "test": "XX-TEST", "production": "XX" }, "memberClass": "GOV", "member": "M {participant}", "subsystem": "SUB",
                "services": [{ "code": "take", "type": "OPENAPI", "methods": [{ "method": "POST", "path": "/it" }] }] } },
            { "key": "pulse", "kind": "health" },
            { "key": "desk", "kind": "dossier", "path": "/desk", "keyHeader": "Authorization", "body": "paper", "environments": ["test"] },
            { "key": "synchronised", "kind": "leg", "environments": ["test"] },
            { "key": "returned", "kind": "leg", "environments": ["test"] }
          ],
          "xRoadVersions": { "{{version}}": ["*"] },
          "parts": [
            { "key": "p", "steps": [
              { "key": "p1", "roles": ["plain"] },
              { "key": "p2", "roles": ["keyed", "road", "pulse"], "shows": ["desk", "synchronised", "returned"], "confirm": { "any": ["agency"] } }] }
          ],
          "tracks": [
            { "environment": "test", "part": "p", "gapDays": [0, 0] },
            { "environment": "production", "part": "p", "gapDays": [0, 0], "after": ["test/p"] }
          ],
          "service": { "after": "production/p", "environment": "production", "by": "lead", "gapDays": [1, 1], "notes": [], "interruptions": [] },
          "starts": [{ "participants": ["A"], "done": ["test/p"] }],
          "paces": [
            { "key": "only", "participants": ["A"], "workDays": [1, 3], "confirmDays": [1, 2], "then": ["production/p"] },
            { "key": "none", "participants": ["B"], "workDays": [1, 1], "confirmDays": [1, 1] }
          ],
          "reasons": [{ "key": "r", "kind": "staff", "on": "participant", "steps": ["p2"], "note": "n", "resolved": "s" }],
          "stories": [
            { "participant": "A", "environment": "production", "step": "p1", "start": "2024-01-01T09:00+07:00", "up": "2024-01-01T11:00+07:00" },
            { "participant": "A", "environment": "production", "step": "p2", "block": { "at": "2024-01-03T09:00+07:00", "reason": "r" } }
          ],
          "faultRules": [],
          "outages": [{{outages}}]
        }
        """;

    /// <summary>One outage of A's test environment, from 10:00 until 12:00 on the first day.</summary>
    public static string WithFault(string role, string kind, string more = "", string version = "7.7") => With(
        $$"""
          { "participants": ["A"], "environments": ["test"], "role": "{{role}}", "kind": "{{kind}}",
            "from": "2024-01-01T10:00+07:00", "until": "2024-01-01T12:00+07:00"{{more}} }
          """,
        version);

    public static DateTimeOffset DuringFault => Start.AddHours(3);

    public static DateTimeOffset AfterFault => Start.AddHours(4);
}
