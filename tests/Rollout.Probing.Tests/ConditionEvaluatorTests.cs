using System.Text;
using Rollout.Core.Programmes;

namespace Rollout.Probing.Tests;

public class ConditionEvaluatorTests
{
    private const string Body = """
        {"status":"UP","count":3,"code":"007","ok":true,"none":null,"deep-er":{"list":[{"id":"2.002621"},{"id":5}]},"big":1e3}
        """;

    private static readonly Observation Seen = new(ProbeKind.Http, 0.5)
    {
        Status = 200,
        CertificateLeft = TimeSpan.FromDays(31).TotalSeconds,
        Header = name => string.Equals(name, "content-type", StringComparison.OrdinalIgnoreCase) ? "application/json; charset=utf-8" : null,
        Body = Encoding.UTF8.GetBytes(Body),
    };

    [Theory]
    [InlineData("status == 200")]
    [InlineData("status != 500")]
    [InlineData("status < 300")]
    [InlineData("status >= 200")]
    [InlineData("latency < 2s")]
    [InlineData("latency <= 500ms")]
    [InlineData("certificate > 30d")]
    [InlineData("header content-type contains \"json\"")]
    [InlineData("header content-type matches \"^application/json\"")]
    [InlineData("header x-none != \"a\"")]
    [InlineData("body contains \"2.002621\"")]
    [InlineData("body matches \"2\\.00262[12]\"")]
    [InlineData("json $.status == \"UP\"")]
    [InlineData("json $.count == 3.0")]
    [InlineData("json $.count > 2")]
    [InlineData("json $.big == 1000")]
    [InlineData("json $.code == 007")]
    [InlineData("json $.code != 7")]
    [InlineData("json $.code < 8")]
    [InlineData("json $.ok == true")]
    [InlineData("json $.none == null")]
    [InlineData("json $.deep-er.list[0].id contains 2.00")]
    [InlineData("json $.deep-er.list[1].id == 5")]
    [InlineData("json $.deep-er contains 2.002621")]
    [InlineData("json $.absent != x")]
    public void Condition_that_holds_gives_nothing(string condition) => Assert.Null(Evaluate(condition));

    [Theory]
    [InlineData("status == 204", FaultCodes.ConditionStatus, "status == 204 → 200")]
    [InlineData("latency < 100ms", FaultCodes.ConditionLatency, "latency < 100ms → 0.5")]
    [InlineData("certificate > 60d", FaultCodes.ConditionCertificate, "certificate > 60d → 2678400")]
    [InlineData("header content-type == a", FaultCodes.ConditionHeader, "header content-type == a → application/json; charset=utf-8")]
    [InlineData("header x-none contains \"a\"", FaultCodes.ConditionHeader, "header x-none contains \"a\" → –")]
    [InlineData("json $.status == \"DOWN\"", FaultCodes.ConditionJson, "json $.status == \"DOWN\" → UP")]
    [InlineData("json $.absent == x", FaultCodes.ConditionJson, "json $.absent == x → –")]
    [InlineData("json $.status[0] == U", FaultCodes.ConditionJson, "json $.status[0] == U → –")]
    [InlineData("json $.deep-er.list[9].id == 5", FaultCodes.ConditionJson, "json $.deep-er.list[9].id == 5 → –")]
    [InlineData("json $.status > 1", FaultCodes.ConditionJson, "json $.status > 1 → UP")]
    [InlineData("json $.code == 7", FaultCodes.ConditionJson, "json $.code == 7 → 007")]
    [InlineData("json $status == UP", FaultCodes.ConditionJson, "json $status == UP → –")]
    public void Condition_that_fails_says_wanted_and_seen(string condition, string code, string detail) =>
        Assert.Equal(new Trouble(code, detail), Evaluate(condition));

    [Fact]
    public void Body_that_fails_is_cut_short()
    {
        var seen = Seen with { Body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("line\r\n\u0007", 5000))) };
        var trouble = ConditionEvaluator.Evaluate([Condition.Parse("body contains absent")!], seen);
        Assert.Equal(FaultCodes.ConditionBody, trouble!.Code);
        Assert.InRange(trouble.Detail.Length, 100, 300);
        Assert.DoesNotContain(trouble.Detail, char.IsControl);
    }

    [Fact]
    public void Conditions_report_the_first_that_fails() =>
        Assert.Equal(FaultCodes.ConditionBody, Evaluate("status == 200", "body contains absent", "status == 500")!.Code);

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("{\"status\":")]
    [InlineData("null")]
    public void Json_condition_on_what_is_no_such_json_fails(string body)
    {
        var seen = Seen with { Body = Encoding.UTF8.GetBytes(body) };
        Assert.Equal(FaultCodes.ConditionJson, ConditionEvaluator.Evaluate([Condition.Parse("json $.status == UP")!], seen)!.Code);
    }

    [Fact]
    public void Json_with_a_byte_order_mark_is_read()
    {
        var seen = Seen with { Body = (byte[])[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Body)] };
        Assert.Null(ConditionEvaluator.Evaluate([Condition.Parse("json $.status == UP")!], seen));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("\"iso-8859-1\"")]
    [InlineData("no-such-charset")]
    [InlineData(null)]
    public void Body_is_read_in_its_charset(string? charset)
    {
        var encoding = charset switch { "utf-16" => Encoding.Unicode, "\"iso-8859-1\"" => Encoding.Latin1, _ => Encoding.UTF8 };
        var seen = Seen with { Body = encoding.GetBytes("à la carte"), Charset = charset };
        Assert.Null(ConditionEvaluator.Evaluate([Condition.Parse("body contains à")!], seen));
    }

    [Theory]
    [InlineData("body matches \"(\"")]
    [InlineData("body matches \"^(a+)+$\"")]
    public void Pattern_that_cannot_be_decided_is_ours(string condition)
    {
        var seen = Seen with { Body = Encoding.UTF8.GetBytes(new string('a', 60) + "!") };
        Assert.Equal(FaultCodes.SelfCondition, ConditionEvaluator.Evaluate([Condition.Parse(condition)!], seen)!.Code);
    }

    [Theory]
    [InlineData(ProbeKind.Tcp, "status == 200", FaultCodes.SelfCondition)]
    [InlineData(ProbeKind.Tcp, "certificate > 1d", FaultCodes.SelfCondition)]
    [InlineData(ProbeKind.Tls, "body contains x", FaultCodes.SelfCondition)]
    [InlineData(ProbeKind.Tls, "certificate > 1d", FaultCodes.ConditionCertificate)]
    [InlineData(ProbeKind.Http, "certificate > 1d", FaultCodes.ConditionCertificate)]
    public void Condition_on_what_a_kind_cannot_show_is_ours(ProbeKind kind, string condition, string code) =>
        Assert.Equal(code, ConditionEvaluator.Evaluate([Condition.Parse(condition)!], new(kind, 0.1))!.Code);

    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    public void Success_is_a_status_from_200_to_299(int status, bool succeeds) =>
        Assert.Equal(succeeds, ConditionEvaluator.EvaluateSuccess(Seen with { Status = status }) is null);

    private static Trouble? Evaluate(params string[] conditions) =>
        ConditionEvaluator.Evaluate([.. conditions.Select(c => Condition.Parse(c)!)], Seen);
}
