using System.Diagnostics;
using System.Globalization;
using System.Text;
using CsvHelper.Configuration;
using Rollout.Core.Baselines;
using Rollout.Core.Boards;
using Rollout.Core.Ledger;
using Rollout.Core.Lists;
using Rollout.Core.Reports;
using Rollout.Core.Steps;
using Rollout.Documents;
using Rollout.Web.Settings;

namespace Rollout.Benchmarks;

/// <summary>Appendix I in each format beside its library writing the same with no model behind it; and a hundred exports at once beside the pages.</summary>
internal static class Documents
{
    private const int Rounds = 15, Exports = 100;
    private static readonly DateTimeOffset AsOf = new(2024, 7, 31, 23, 59, 59, TimeSpan.FromHours(7));

    public static async Task RunAsync()
    {
        var lists = StatusLists.Of(Board(), "test", AsOf);
        var document = AppendixReport.Of(lists, "vi");
        Beside("docx", 3, lists, BareOffice.Word(Written(new DocxWriter(), document)));
        Beside("xlsx", 3, lists, BareOffice.Book(Written(new XlsxWriter(), document)));
        Beside("csv", 2, lists, BareCsv(document));
        await AtOnceAsync();
    }

    private static void Beside(string format, double limit, StatusLists lists, Func<byte[]> peer)
    {
        var writer = ReportWriters.Find(format)!;
        var (ours, peers) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(Milliseconds(() => Written(writer, AppendixReport.Of(lists, "vi"))));
            peers.Add(Milliseconds(peer));
        }
        Figure.Ratio($"documents: Appendix I as {format} beside its bare library", [.. ours.Skip(3)], [.. peers.Skip(3)], "ms", limit);
    }

    /// <summary>Page by page while a hundred documents are asked for at once, each of another day or format, beside the same page alone.</summary>
    private static async Task AtOnceAsync()
    {
        var (program, data) = Servers.Published();
        var port = Servers.FreePort();
        using var server = Servers.Start(program, "serve", "--data", data, "--urls", $"http://127.0.0.1:{port}");
        await Servers.AnsweredAsync(port, "/");
        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        string[] formats = ["docx", "xlsx", "csv"];
        var page = new Uri("/lists?phase=test", UriKind.Relative);
        Uri Export(int i) => new(string.Create(CultureInfo.InvariantCulture, $"/api/v1/programmes/lien-thong/status-lists.{formats[i % 3]}?phase=test&asOf=2024-07-{16 + (i % 15)}"), UriKind.Relative);
        for (var i = 0; i < 45; i++) await client.GetByteArrayAsync(Export(i));
        for (var i = 0; i < 60; i++) await client.GetByteArrayAsync(page);
        var (alone, beside, whole) = (new List<double>(), new List<double>(), new List<double>());
        var errors = 0;
        for (var round = 0; round < 7; round++)
        {
            for (var i = 0; i < 10; i++) alone.Add(await PageAsync());
            var start = Stopwatch.GetTimestamp();
            var exports = Task.WhenAll(Enumerable.Range(0, Exports).Select(async i =>
            {
                using var answer = await client.GetAsync(Export(i));
                if (!answer.IsSuccessStatusCode || (await answer.Content.ReadAsByteArrayAsync()).Length == 0) Interlocked.Increment(ref errors);
            }));
            while (!exports.IsCompleted) beside.Add(await PageAsync());
            await exports;
            whole.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        server.Kill();
        Figure.Limit("documents: errors of a hundred exports at once", string.Create(CultureInfo.CurrentCulture, $"seven times, each done within {Figure.Median(whole):0} ms"), errors, 0);
        Figure.Ratio("documents: a page while a hundred exports are written beside the page alone", beside, alone, "ms", 2);

        async Task<double> PageAsync()
        {
            var start = Stopwatch.GetTimestamp();
            await client.GetByteArrayAsync(page);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
    }

    private static Func<byte[]> BareCsv(ReportDocument document)
    {
        var rows = document.Records[0].Rows.Select(r => r.Select(c => c.Text).ToArray()).Prepend([.. document.Records[0].Fields]).ToArray();
        return () =>
        {
            using var output = new MemoryStream();
            using (var text = new StreamWriter(output, new UTF8Encoding(true)))
            using (var csv = new CsvHelper.CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }))
                foreach (var row in rows)
                {
                    foreach (var cell in row) csv.WriteField(cell);
                    csv.NextRecord();
                }
            return output.ToArray();
        };
    }

    private static byte[] Written(IReportWriter writer, ReportDocument document)
    {
        using var output = new MemoryStream();
        writer.Write(document, output);
        return output.ToArray();
    }

    private static double Milliseconds(Func<byte[]> write)
    {
        const int times = 10;
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++) _ = write();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / times;
    }

    /// <summary>The board of July 2024, through the rules but without a disk.</summary>
    private static Board Board()
    {
        var item = DataFiles.ReadAll(DataFiles.Folder).Catalog!.All[0];
        var board = Core.Boards.Board.Empty(item.Programme, item.Participants);
        long seq = 0;
        foreach (var source in item.Programme.Baselines)
        {
            var state = BaselineJson.Read(item.Programme, item.Participants, source.File, DataFiles.Baseline(DataFiles.Folder, item.Programme.Key, source.File)).State!;
            foreach (var command in state.Commands(item.Programme, item.Participants, source, null))
            {
                if (StepDecider.Decide(item.Programme, board[command.Participant], command, AsOf) is not Decision.Accepted accepted) continue;
                var (phase, step) = command.Place;
                foreach (var happened in accepted.Events)
                    board = board.Apply(new LedgerEntry(++seq, new(item.Programme.Key, command.Participant, phase, step, happened, command.Actor, accepted.At, AsOf, null), "", ""));
            }
        }
        return board;
    }
}
