using System.Text;
using Rollout.Core.Programmes;

namespace Rollout.Probing.Tests;

public class SaidTests
{
    private const string Secret = "s3cr3t+Key/<>?42";

    [Fact]
    public async Task Body_that_holds_the_words_is_kept_around_them()
    {
        var body = new string('a', 5000) + "<<2.002621>>" + new string('b', 5000);
        var said = await SaidOf(body, ["status == 200", "body contains 2.002621"]);
        Assert.Contains("<<2.002621>>", said, StringComparison.Ordinal);
        Assert.StartsWith("…aaa", said, StringComparison.Ordinal);
        Assert.EndsWith("bbb…", said, StringComparison.Ordinal);
        Assert.InRange(said!.Length, 100, 500);
    }

    [Fact]
    public async Task Places_near_one_another_are_kept_as_one_and_others_apart()
    {
        var near = await SaidOf("[\"2.002621\",\"2.002622\"]", ["body contains 2.002621", "body contains 2.002622"]);
        Assert.Equal("[\"2.002621\",\"2.002622\"]", near);
        var far = await SaidOf("first" + new string('x', 3000) + "second", ["body contains first", "body contains second"]);
        Assert.Equal(2, far!.Split('\n').Length);
    }

    [Fact]
    public async Task Words_that_are_missing_leave_the_head()
    {
        var said = await SaidOf("<html>\r\n<title>Đăng nhập</title>\u0007" + new string('x', 9000), ["body contains html", "body contains 2.002621"]);
        Assert.StartsWith("<html>\n<title>Đăng nhập</title>xxx", said, StringComparison.Ordinal);
        Assert.EndsWith("…", said, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(said!), 3900, SaidText.MostBytes);
    }

    [Fact]
    public async Task Json_value_is_kept_with_its_path_whether_it_passes_or_not()
    {
        var body = """{"status":"UP","pad":"…","queue":[{"depth":7}]}""";
        Assert.Equal("$.status: UP\n$.queue[0].depth: 7", await SaidOf(body, ["json $.status == UP", "json $.queue[0].depth < 10"]));
        Assert.Equal("$.queue[0].depth: 7", await SaidOf(body, ["json $.status == UP", "json $.queue[0].depth < 5"]));
        Assert.Equal(body, await SaidOf(body, ["json $.nothing == UP"]));
    }

    [Fact]
    public async Task Header_that_decided_is_kept() =>
        Assert.Equal("content-type: application/json", await SaidOf("{}", ["header content-type contains xml"]));

    [Fact]
    public async Task Answer_without_words_keeps_nothing()
    {
        Assert.Null(await SaidOf("", ["status == 200"]));
        Assert.Null(await SaidOf(" \r\n\t", []));
    }

    [Fact]
    public async Task Text_of_wide_letters_is_cut_between_them()
    {
        var said = await SaidOf(string.Concat(Enumerable.Repeat("ệ🏛", 3000)), ["status == 404"]);
        Assert.InRange(Encoding.UTF8.GetByteCount(said!), SaidText.MostBytes - 12, SaidText.MostBytes);
        Assert.DoesNotContain('\uFFFD', said!);
        Assert.Equal(said, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(said!)));
    }

    [Fact]
    public async Task Text_in_another_charset_is_understood()
    {
        await using var server = new LoopbackServer(async (line, token) =>
        {
            await LoopbackServer.ReadHeadAsync(line, token);
            await line.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-16\r\nContent-Length: 8\r\n\r\n"), token);
            await line.WriteAsync(Encoding.Unicode.GetBytes("đúng"), token);
        });
        var finding = await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Http, ["body contains đúng"]), server.Url()));
        Assert.Null(finding.Fault);
        Assert.Equal("đúng", finding.Said);
    }

    [Fact]
    public async Task Body_that_claims_to_be_compressed_is_not_kept()
    {
        var answer = LoopbackServer.Http("\u001f\u008b…", headers: "Content-Encoding: gzip");
        Assert.Equal("Content-Encoding: gzip", await SaidOf(_ => answer, ["body contains x"]));
    }

    [Fact]
    public async Task Control_and_direction_characters_are_taken_out_and_lines_are_kept() =>
        Assert.Equal("ab\n\tcde", await SaidOf("\u0000a\u001b\u0085b\r\n\tc\u202Ed\u2066e\uFEFF", []));

    [Theory]
    [InlineData(Secret)]
    [InlineData("s3cr3t%2BKey%2F%3C%3E%3F42")]
    [InlineData("s3cr3t%2bKey%2f%3c%3e%3f42")]
    [InlineData("s3cr3t\\u002BKey/\\u003C\\u003E?42")]
    [InlineData("s3cr3t+Ke\u0007y/<>?42")]
    public async Task Secret_that_comes_back_is_struck_out_in_every_form(string form)
    {
        var (said, detail) = await Echo($"you sent {form}, which is wrong");
        Assert.Equal("you sent •••, which is wrong", said);
        Assert.EndsWith("→ you sent •••, which is wrong", detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("u:")]
    [InlineData("me:")]
    [InlineData("you:")]
    public async Task Secret_in_base64_is_struck_out_wherever_it_stands(string before)
    {
        foreach (var after in new[] { "", "!", "!!" })
        {
            var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(before + Secret + after));
            foreach (var form in new[] { encoded, encoded.Replace('+', '-').Replace('/', '_') })
            {
                var (said, _) = await Echo(form);
                Assert.Contains("•••", said, StringComparison.Ordinal);
                Assert.InRange(said!.Replace("•••", "", StringComparison.Ordinal).Length, 0, 12);
            }
        }
    }

    [Fact]
    public async Task Secret_cut_in_two_by_the_edge_is_struck_out_too()
    {
        for (var at = 150; at < 250; at += 5)
        {
            var body = new string('x', 500) + Secret + new string('y', at - Secret.Length) + "HERE" + new string('z', at - Secret.Length) + Secret + new string('w', 500);
            var (said, _) = await Echo(body, "body contains HERE");
            for (var i = 0; i + 4 <= Secret.Length; i++) Assert.DoesNotContain(Secret[i..(i + 4)], said, StringComparison.Ordinal);
        }
        var (head, _) = await Echo(new string('x', SaidText.MostBytes - 7) + Secret + "more");
        Assert.DoesNotContain("s3cr", head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_are_struck_out_without_their_scheme_as_well()
    {
        var said = await SaidOf(_ => LoopbackServer.Http("token abcdef123 refused", "403 Forbidden"), [], "Bearer abcdef123");
        Assert.Equal("token ••• refused", said);
    }

    [Fact]
    public async Task Xroad_error_is_kept_with_its_type_and_message()
    {
        var answer = LoopbackServer.Http("""{"type":"Server.ServerProxy.AccessDenied","message":"Request is not allowed: a"}""", "500 No", "X-Road-Error: Server.ServerProxy.AccessDenied");
        Assert.Equal("X-Road-Error: Server.ServerProxy.AccessDenied\nmessage: Request is not allowed: a", await SaidOf(_ => answer, [], kind: ProbeKind.XRoad));
    }

    [Fact]
    public async Task Soap_fault_is_kept_from_its_code_on()
    {
        var soap = "<Envelope>" + new string(' ', 3000) + "<Body><Fault><faultcode>Server.ServerProxy.X</faultcode><faultstring>s</faultstring></Fault></Body></Envelope>";
        var said = await SaidOf(_ => LoopbackServer.Http(soap, headers: "Content-Type: text/xml"), [], kind: ProbeKind.XRoad);
        Assert.Contains("<faultcode>Server.ServerProxy.X</faultcode><faultstring>s</faultstring>", said, StringComparison.Ordinal);
        Assert.True(said!.Length < 500);
    }

    [Fact]
    public async Task Listing_is_kept_where_the_wanted_service_stands()
    {
        var other = string.Join(',', Enumerable.Range(0, 200).Select(i => $$"""{"service_code":"other{{i}}"}"""));
        var answer = LoopbackServer.Http($$"""{"service":[{{other}},{"service_code":"receive"}]}""");
        var said = await SaidOf(_ => answer, [], kind: ProbeKind.XRoad, services: ["receive"]);
        Assert.Contains("{\"service_code\":\"receive\"}", said, StringComparison.Ordinal);
        Assert.True(said!.Length < 500);
    }

    [Fact]
    public async Task Line_that_cannot_be_opened_says_nothing()
    {
        await using var server = LoopbackServer.Answering("");
        Assert.Null((await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Tcp), server.Url("tcp", "")))).Said);
        Assert.Null((await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Http), server.Url()))).Said);
    }

    private static Task<string?> SaidOf(string body, string[] conditions) => SaidOf(_ => LoopbackServer.Http(body), conditions);

    private static async Task<string?> SaidOf(
        Func<string, string> answer, string[] conditions, string? secret = null, ProbeKind kind = ProbeKind.Http, string[]? services = null)
    {
        await using var server = LoopbackServer.Answering(answer);
        var definition = Given.Definition(kind, conditions, services: services, headers: secret is null ? [] : [("X-Key", "secret:key")]);
        return (await Given.CheckAsync(Given.Request(definition, server.Url(), secrets: _ => secret))).Said;
    }

    private static async Task<(string? Said, string? Detail)> Echo(string body, string condition = "body contains absent")
    {
        await using var server = LoopbackServer.Answering(LoopbackServer.Http(body));
        var definition = Given.Definition(ProbeKind.Http, [condition], headers: [("X-Plain", "open"), ("X-Key", "secret:key")]);
        var finding = await Given.CheckAsync(Given.Request(definition, server.Url(), secrets: _ => Secret));
        return (finding.Said, finding.Fault?.Detail);
    }
}
