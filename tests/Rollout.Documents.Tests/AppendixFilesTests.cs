using System.Globalization;
using System.IO.Compression;
using System.Text;
using Rollout.Core.Appendices;
using Rollout.Core.Boards;
using Rollout.Core.Ledger;
using Rollout.Core.Lists;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Reports;
using Rollout.Core.Steps;
using Rollout.Documents.Reading;

namespace Rollout.Documents.Tests;

/// <summary>Documents that we print ourselves are read back to the same lists; other and broken files are refused in words.</summary>
public sealed class AppendixFilesTests
{
    private static readonly Programme Programme = ProgrammeYaml.Read("lien-thong.yaml", Data("programmes", "lien-thong.yaml"), ["provinces-63"]).Programme!;
    private static readonly ParticipantSet Provinces = ParticipantCsv.Read("provinces-63", "provinces-63.csv", Data("participants", "provinces-63.csv")).Set!;

    [Theory]
    [InlineData("docx", "vi")]
    [InlineData("docx", "en")]
    [InlineData("xlsx", "vi")]
    [InlineData("xlsx", "en")]
    [InlineData("csv", "vi")]
    [InlineData("csv", "en")]
    public void Lists_of_any_board_that_we_print_are_read_back_name_for_name(string format, string language)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var lists = RandomLists(seed);
            var reading = Read($"a.{format}", Print(format, lists, language));
            Assert.Equal(
                lists.Lists.Select(l => $"{l.Definition.Number} {l.Count} {string.Join(',', l.Participants.Select(p => p.Code))}"),
                reading.Rows.Select(r => $"{r.Number} {r.Count} {string.Join(',', r.Participants.Select(p => p.Code))}"));
            // One who stands in no row of a system is the only thing that a printed list can lack.
            Assert.Equal(lists.Unlisted.Select(p => $"baseline.nowhere: {p.Name}; hotich"), reading.Mistakes.Select(m => $"{m.Message}"));
            Assert.Equal(lists.Unlisted.IsEmpty, reading.State is not null);
        }
    }

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    public void Csv_of_the_table_as_printed_is_read_with_any_separator_and_encoding(string separator)
    {
        var lists = RandomLists(3);
        var text = new StringBuilder("Phụ lục I\r\n").AppendJoin(separator, Programme.Appendix.Columns.Select(c => $"\"{c.Default}\"")).Append("\r\n");
        foreach (var list in lists.Lists)
            text.Append(CultureInfo.InvariantCulture, $"{list.Definition.Number}{separator}\"{list.Definition.Title.Default}\"{separator}{list.Count}{separator}\"{string.Join(",\r\n ", list.Participants.Select(p => p.Name))}\"\r\n");
        foreach (var encoding in (Encoding[])[new UTF8Encoding(true), new UTF8Encoding(false), Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            var reading = Read("bang.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes(text.ToString())]);
            Assert.Equal(lists.Lists.Select(l => string.Join(',', l.Participants.Select(p => p.Code))), reading.Rows.Select(r => string.Join(',', r.Participants.Select(p => p.Code))));
            Assert.True(reading.FromTable);
        }
    }

    [Fact]
    public void Csv_of_records_bears_what_spreadsheets_do_to_it_and_names_a_wrong_record()
    {
        var lists = RandomLists(1);
        var saved = Encoding.UTF8.GetString(Print("csv", lists, "vi")).Replace(",0", ",", StringComparison.Ordinal).Replace(',', ';');
        Assert.Equal(lists.Lists.Select(l => l.Count), Read("a.csv", Encoding.UTF8.GetBytes(saved)).Rows.Select(r => r.Participants.Length));

        var lines = Encoding.UTF8.GetString(Print("csv", lists, "vi")).Split("\r\n");
        var (line, fields) = (4, lines[4].Split(','));
        lines[line] = string.Join(',', [.. fields[..4], "'=Hà Nộj"]);
        var reading = Read("a.csv", Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));
        Assert.Contains(reading.Mistakes, m => m.Line == line + 1 && m.Message.Code == "baseline.unknownNear" && m.Message.Arguments[1] == "=Hà Nộj" && m.Message.Arguments[2] == "Hà Nội");
    }

    [Fact]
    public void Word_document_whose_lists_are_paragraphs_is_read_like_pasted_text()
    {
        var lists = RandomLists(5);
        var document = new ReportDocument(
            "Danh sách", "vi", Sample.AsOf,
            [.. lists.Lists.SelectMany(l => (ReportBlock[])[
                new ReportBlock.Paragraph($"{l.Definition.Number}. {l.Definition.Title.Default}", ReportStyle.Body), new ReportBlock.Paragraph($"{l.Count}", ReportStyle.Body),
                new ReportBlock.Paragraph(string.Join(", ", l.Participants.Select(p => p.Name)), ReportStyle.Body)])],
            []);
        var reading = Read("a.docx", Sample.Bytes(new DocxWriter(), document));
        Assert.False(reading.FromTable);
        Assert.Equal(lists.Lists.Select(l => string.Join(',', l.Participants.Select(p => p.Code))), reading.Rows.Select(r => string.Join(',', r.Participants.Select(p => p.Code))));
    }

    [Fact]
    public void Cut_and_broken_files_are_refused_or_read_and_never_fail()
    {
        var random = new Random(7);
        foreach (var format in (string[])["docx", "xlsx", "csv"])
        {
            var whole = Print(format, RandomLists(2), "vi");
            for (var i = 0; i < 150; i++)
            {
                var bytes = whole.ToArray();
                if (i % 2 == 0) bytes = bytes[..random.Next(bytes.Length)];
                for (var n = random.Next(30); n > 0 && bytes.Length > 0; n--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                Try(bytes);
            }
            // Broken inside: the zip is sound, a part is not.
            for (var i = 0; format != "csv" && i < 100; i++) Try(Spoiled(whole, random));
        }

        static void Try(byte[] bytes)
        {
            var (document, refusal) = AppendixFiles.Read("a", bytes);
            Assert.True(document is null != refusal is null);
            if (document is not null) AppendixReader.Read(Programme, Provinces, document);
        }
    }

    [Fact]
    public void Other_files_are_refused_with_what_to_do_instead()
    {
        Assert.Equal("reading.empty", Refusal([]));
        Assert.Equal("reading.pdf", Refusal("%PDF-1.7 …"u8.ToArray()));
        Assert.Equal("reading.oldOffice", Refusal([0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3]));
        Assert.Equal("reading.encoding", Refusal([.. "An Giang, B"u8, 0xE5, 0xF0, (byte)'c']));
        Assert.Equal("reading.encoding", Refusal([1, 2, 0, 4]));
        Assert.Equal("reading.tooLarge", Refusal(new byte[AppendixFiles.MostBytes + 1]));
        Assert.Equal("reading.broken", Refusal([.. "PK\x3\x4"u8, 1, 2, 3]));
        Assert.Equal("reading.kind", Refusal(Zip(("a.txt", "x"u8.ToArray()))));
        Assert.Equal("reading.macros", Refusal(Typed("application/vnd.ms-word.document.macroEnabled.main+xml", "<w/>")));
    }

    [Fact]
    public void Bombs_are_refused_whatever_they_promise()
    {
        Assert.Equal("reading.unpacked", Refusal(Zip(("word/document.xml", new byte[AppendixFiles.MostUnpackedBytes + 1]))));
        const string Laughs = "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">&b;</w:document>";
        Assert.Equal("reading.broken", Refusal(Typed(Main, Laughs)));
        // A tree of this would be deeper than the stack.
        var deep = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 200_000));
        Assert.Equal("reading.broken", Refusal(Typed(Main, $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{deep}")));
    }

    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private static byte[] Typed(string type, string document) => Zip(
        ("[Content_Types].xml", Encoding.UTF8.GetBytes($"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"{type}\"/></Types>")),
        ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"officeDocument\" Target=\"word/document.xml\"/></Relationships>"u8.ToArray()),
        ("word/document.xml", Encoding.UTF8.GetBytes(document)));

    private static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        return stream.ToArray();
    }

    private static byte[] Spoiled(byte[] file, Random random)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        var spoiled = random.Next(zip.Entries.Count);
        return Zip([.. zip.Entries.Select((e, i) =>
        {
            using var content = e.Open();
            var copy = new MemoryStream();
            content.CopyTo(copy);
            var bytes = copy.ToArray();
            if (i != spoiled) return (e.FullName, bytes);
            for (var n = 1 + random.Next(5); n > 0; n--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            return (e.FullName, random.Next(3) == 0 ? bytes[..random.Next(bytes.Length)] : bytes);
        })]);
    }

    private static string? Refusal(byte[] bytes) => AppendixFiles.Read("a", bytes).Refusal?.Code;

    private static AppendixReading Read(string name, byte[] bytes)
    {
        var (document, refusal) = AppendixFiles.Read(name, bytes);
        Assert.Null(refusal);
        return AppendixReader.Read(Programme, Provinces, document!);
    }

    private static byte[] Print(string format, StatusLists lists, string language) => Sample.Bytes(ReportWriters.Find(format)!, AppendixReport.Of(lists, language));

    /// <summary>A board on which every participant stands anywhere.</summary>
    private static StatusLists RandomLists(int seed)
    {
        var random = new Random(seed);
        var board = Board.Empty(Programme, Provinces);
        var (at, seq) = (Sample.AsOf, 0L);
        foreach (var participant in Provinces.All)
        {
            Write(participant, null, new StepEvent.SourceStated(null, DatePrecision.Day));
            foreach (var part in Programme.Parts.Where(p => p.System is not null))
                foreach (var step in random.Next(3) switch { 0 => [], 1 => part.Steps.Take(1), _ => part.Steps.AsEnumerable() })
                    Write(participant, step.Key, new StepEvent.StatusChanged(StepStatus.NotStarted, StepStatus.Done, Basis.Confirmation));
        }
        return StatusLists.Of(board, "test", at);

        void Write(Participant participant, string? step, StepEvent happened) => board = board.Apply(HashChain.Seal(
            new(Programme.Key, participant.Id, "test", step, happened, Actor.Import("test"), at, at, null), ++seq, HashChain.Genesis));
    }

    private static string Data(params string[] path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Rollout.sln"))) folder = folder.Parent!;
        return File.ReadAllText(Path.Combine([folder.FullName, "data", .. path]));
    }
}
