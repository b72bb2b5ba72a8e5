namespace Rollout.Browser.Tests;

/// <summary>A quiet demo in which people have already reported, answered, and left their numbers, the same on every run.</summary>
public sealed class PeopledDemo : QuietDemo
{
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
    }

    private static string Change(string code, string phase, string step) => $"participants/{code}/phases/{phase}/steps/{step}/changes";

    private async Task WriteAsync(string account, string path, object body, string method = "POST")
    {
        var answer = await SendAsync(account, path, body, method);
        Assert.True(answer.Ok, $"{path}: {answer.Status} {await answer.TextAsync()}");
    }
}
