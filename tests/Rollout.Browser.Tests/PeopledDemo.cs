namespace Rollout.Browser.Tests;

/// <summary>A quiet demo in which people have already reported, answered, and left their numbers, the same on every run.</summary>
public sealed class PeopledDemo : QuietDemo
{
    /// <summary>A letter that cannot be submitted yet: a name stands in none of its rows.</summary>
    public const int Draft = 2;

    /// <summary>A letter with number and date.</summary>
    public const int Issued = 1;

    private static readonly object[] Contacts =
    [
        new { name = "Người dùng thử", office = "Sở Tư pháp", phone = "000 000 000", email = "nguoi-dung-thu@example.vn" },
        new { step = "3.1", name = "Kỹ thuật viên thử", office = "Trung tâm Công nghệ thông tin", phone = "000 000 001", email = "" },
    ];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        if (Missing is not null) return;
        await WriteAsync("soctrang", Change("94", "test", "3.1"), new { to = "reported", version = 0, note = "Đã nộp thử hồ sơ khai sinh, hồ sơ về đủ." });
        await WriteAsync("soctrang", Change("94", "test", "2.1"), new { to = "reported", version = 0 });
        await WriteAsync("soctrang", Change("94", "test", "2.2"), new { to = "blocked", version = 0, note = "Chưa có tài liệu bản mới.", blockedOn = "btp", blockedKind = "waiting" });
        await WriteAsync("soctrang", Change("94", "test", "2.2"), new { to = "notStarted", version = 1, note = "Đã nhận tài liệu qua thư công vụ." });
        await WriteAsync("soctrang", "participants/94/phases/test/steps/3.1/comments", new { note = "Nhóm kỹ thuật trực đến hết tuần." });
        await WriteAsync("cantho", "participants/92/phases/test/steps/3.1/comments", new { note = "Có thể cho tỉnh bạn xem biên bản kiểm thử." });
        // Set back by the monitor and passing: the one disagreement of this country.
        var cells = await (await SendAsync("vpcp", "participants/92?phase=test", body: null, "GET")).JsonAsync();
        var version = cells!.Value.GetProperty("steps").EnumerateArray().First(s => s.GetProperty("step").GetString() == "1.2").GetProperty("version").GetInt32();
        await WriteAsync("vpcp", Change("92", "test", "1.2"), new { to = "inProgress", version, note = "Đề nghị rà soát lại danh mục thủ tục." });
        foreach (var (account, owner) in ((string, string)[])[("cantho", "participants/92"), ("soctrang", "participants/94"), ("c06", "agencies/c06")])
            await WriteAsync(account, $"{owner}/contacts", Contacts, "PUT");
        await IssueAsync();
        // Done with the second system before the first: the hole between the rows.
        foreach (var step in (string[])["2.1", "2.2", "2.3"])
            await WriteAsync("vpcp", Change("02", "test", step), new { to = "done", version = 0, note = "Theo văn bản của tỉnh." });
        await WriteAsync("vpcp", "publications", new { phase = "test" });
    }

    private async Task IssueAsync()
    {
        await WriteAsync("vpcp", "publications", new { phase = "test", asOf = "2024-07-31" });
        await WriteAsync("vpcp", $"publications/{Issued}/submit", new { version = 1 });
        await WriteAsync("duyet", $"publications/{Issued}/approve", new { version = 2 });
        await WriteAsync("vpcp", $"publications/{Issued}/issue", new { version = 3, number = "5310/VPCP-KSTT", date = "2024-08-01" });
    }

    private static string Change(string code, string phase, string step) => $"participants/{code}/phases/{phase}/steps/{step}/changes";

    private async Task WriteAsync(string account, string path, object body, string method = "POST")
    {
        var answer = await SendAsync(account, path, body, method);
        Assert.True(answer.Ok, $"{path}: {answer.Status} {await answer.TextAsync()}");
    }
}
