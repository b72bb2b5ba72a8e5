using Rollout.Core.Programmes;
using static Rollout.Core.Programmes.ConditionSubject;

namespace Rollout.Core.Tests.Programmes;

/// <summary>The grammar of conditions: one comparison a line.</summary>
public sealed class ConditionTests
{
    [Theory]
    [InlineData("status == 200", Status, "", "==", "200")]
    [InlineData("status<400", Status, "", "<", "400")]
    [InlineData("  status  !=  500  ", Status, "", "!=", "500")]
    [InlineData("latency < 2s", Latency, "", "<", "2")]
    [InlineData("latency <= 250ms", Latency, "", "<=", "0.25")]
    [InlineData("certificate > 30d", Certificate, "", ">", "2592000")]
    [InlineData("certificate >= 1.5h", Certificate, "", ">=", "5400")]
    [InlineData("json $.status == \"UP\"", Json, "$.status", "==", "UP")]
    [InlineData("json $.items[0].name == x", Json, "$.items[0].name", "==", "x")]
    [InlineData("json $.state == \"UP AND READY\"", Json, "$.state", "==", "UP AND READY")]
    [InlineData("header content-type contains \"json\"", Header, "content-type", "contains", "json")]
    [InlineData("header Server matches ^nginx/1\\.\\d+$", Header, "Server", "matches", "^nginx/1\\.\\d+$")]
    [InlineData("body contains \"2.002621\"", Body, "", "contains", "2.002621")]
    [InlineData("body == \"\"", Body, "", "==", "")]
    [InlineData("body contains 2.002621", Body, "", "contains", "2.002621")]
    public void Comparison_is_read(string text, ConditionSubject subject, string path, string comparison, string value) =>
        Assert.Equal(new Condition(subject, path, comparison, value, text.Trim()), Condition.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("status")]
    [InlineData("status ==")]
    [InlineData("status = 200")]
    [InlineData("status is 200")]
    [InlineData("status == ok")]
    [InlineData("status == 2e2")]
    [InlineData("status code == 200")]
    [InlineData("status == 200 and latency < 2s")]
    [InlineData("Status == 200")]
    [InlineData("colour == red")]
    [InlineData("3 == 3")]
    [InlineData("latency < 2")]
    [InlineData("latency < fast")]
    [InlineData("certificate > a month")]
    [InlineData("json == 1")]
    [InlineData("json$.status == 1")]
    [InlineData("header contains json")]
    [InlineData("body $.x contains y")]
    [InlineData("body containsx")]
    [InlineData("json $.status == \"UP")]
    public void Anything_else_is_none(string text) => Assert.Null(Condition.Parse(text));
}
