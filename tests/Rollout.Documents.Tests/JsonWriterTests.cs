using System.Text.Json;
using Rollout.Core.Reports;

namespace Rollout.Documents.Tests;

public sealed class JsonWriterTests
{
    [Fact]
    public void Records_come_by_name_with_numbers_as_numbers_and_the_machines_words()
    {
        var document = Sample.Of([], [[ReportCell.Of(7), new("Hoàn thành") { Code = "done" }, ReportCell.Of(1), new("01"), new("=1+1")]]);
        var json = JsonDocument.Parse(Sample.Bytes(new JsonWriter(), document)).RootElement;
        Assert.Equal("DANH SÁCH CÁC ĐỊA PHƯƠNG", json.GetProperty("title").GetString());
        Assert.Equal("2024-07-15T00:00:00+07:00", json.GetProperty("asOf").GetString());
        var records = Assert.Single(json.GetProperty("records").EnumerateArray());
        Assert.Equal("Phụ lục I", records.GetProperty("name").GetString());
        var row = Assert.Single(records.GetProperty("rows").EnumerateArray());
        Assert.Equal(["number", "title", "count", "code", "name"], row.EnumerateObject().Select(p => p.Name));
        Assert.Equal(7, row.GetProperty("number").GetInt32());
        Assert.Equal("done", row.GetProperty("title").GetString());
        Assert.Equal(("01", "=1+1"), (row.GetProperty("code").GetString(), row.GetProperty("name").GetString()));
    }
}
