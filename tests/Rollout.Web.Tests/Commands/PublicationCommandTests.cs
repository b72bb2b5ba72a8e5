using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Publications;
using Rollout.Core.Steps;
using Rollout.Storage.Contents;
using Rollout.Storage.Publications;
using Rollout.Web.Tests.Api;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Commands;

/// <summary><c>publication verify</c> on real files: ours, ours signed, the signed letter, and what only looks like them.</summary>
public sealed class PublicationCommandTests(RunningServer server) : IClassFixture<RunningServer>, IDisposable
{
    private const string Types = "[Content_Types].xml";
    private const string Relations = "_rels/.rels";
    private const string TypesEnd = "</Types>";
    private const string SignatureTypes =
        """<Default Extension="sigs" ContentType="application/vnd.openxmlformats-package.digital-signature-origin" /><Override PartName="/_xmlsignatures/sig1.xml" ContentType="application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml" />""";

    private const string Origin =
        """<Relationship Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs" Id="rId9" />""";

    private static readonly byte[] Update = Encoding.ASCII.GetBytes("2 0 obj<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>>>endobj\nxref\ntrailer<</Prev 9>>\nstartxref\n99\n%%EOF\n");

    // Of each test its own: the same bytes would be found under the publication that had them first.
    private readonly byte[] _printed = Encoding.ASCII.GetBytes($"%PDF-1.7\n%{Guid.NewGuid():N}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n");
    private readonly string _folder = Directory.CreateTempSubdirectory("rollout-verify-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Files_of_an_issued_publication_are_told_from_what_only_looks_like_them()
    {
        using var caller = new PublicationCaller(server);
        var (id, _) = await caller.AtAsync("issued");
        var docx = await PublicationCaller.BytesAsync(server.Client, $"{id}.docx");
        var signed = Encoding.ASCII.GetBytes("%PDF-1.7\nsigned by hand\n%%EOF\n");
        Assert.Equal(201, (await PublicationCaller.UploadAsync(caller.Monitor, id, (signed, "ky.pdf")).SaidAsync()).Status);

        await SaysAsync($"văn bản {id} ", "nguyên vẹn", docx);
        await SaysAsync($"văn bản {id} ", "nguyên vẹn", await PublicationCaller.BytesAsync(server.Client, $"{id}.csv"));
        await SaysAsync($"văn bản {id} ", "bản ký đính kèm", signed);
        await SaysAsync($"văn bản {id} ", "có thêm chữ ký", Signed(docx));

        // A letter changed, with and without a signature; signatures that bring something else along; half a file.
        await SaysNothingAsync(Changed(docx));
        await SaysNothingAsync(Changed(Signed(docx)));
        await SaysNothingAsync(Signed(docx, ("word/extra.xml", "<x/>")));
        await SaysNothingAsync(Signed(docx, relation: Origin.Replace("digital-signature/origin", "attachedTemplate", StringComparison.Ordinal)));
        await SaysNothingAsync(Signed(docx, types: SignatureTypes + """<Override PartName="/word/document.xml" ContentType="text/plain" />"""));
        await SaysNothingAsync(Added(docx));
        await SaysNothingAsync(docx[..^200]);
        await SaysNothingAsync([.. signed, (byte)'x']);
        await SaysNothingAsync([]);
    }

    [Fact]
    public async Task Printed_pdf_with_a_signature_appended_is_ours_and_with_anything_else_is_not()
    {
        var id = await IssueWithPdfAsync();
        await SaysAsync($"văn bản {id} ", "nguyên vẹn", _printed);
        await SaysAsync($"văn bản {id} ", "có thêm chữ ký", [.. _printed, .. Update]);
        await SaysNothingAsync([.. _printed, .. Encoding.ASCII.GetBytes("2 0 obj<</Contents(changed)>>endobj\nstartxref\n99\n%%EOF\n")]);
        await SaysNothingAsync([.. _printed, .. Update, .. "more"u8]);
        await SaysNothingAsync([.. _printed[..20], (byte)'x', .. _printed[21..], .. Update]);
    }

    [Fact]
    public async Task Ledger_verify_walks_the_publications_too()
    {
        await IssueWithPdfAsync();
        var (exit, output, error) = await Executable.RunAsync("ledger", "verify", "--data", server.Folder);
        Assert.True(exit == 0, error);
        Assert.Contains("Văn bản toàn vẹn", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1, "/nowhere.docx")]
    public async Task Wrong_use_ends_with_its_code_and_a_line_on_standard_error(int exit, params string[] arguments)
    {
        var (actual, _, error) = await Executable.RunAsync(["publication", "verify", .. arguments, "--data", server.Folder]);
        Assert.Equal(exit, actual);
        Assert.NotEmpty(error.Trim());
    }

    private async Task SaysAsync(string which, string what, byte[] bytes)
    {
        var (exit, output, error) = await VerifyAsync(bytes);
        Assert.True(exit == 0, error);
        Assert.Contains(which, output, StringComparison.Ordinal);
        Assert.Contains(what, output, StringComparison.Ordinal);
    }

    private async Task SaysNothingAsync(byte[] bytes)
    {
        var (exit, output, error) = await VerifyAsync(bytes);
        Assert.True(exit == 1, output);
        Assert.Contains("không phải", error, StringComparison.Ordinal);
    }

    private async Task<(int Exit, string Output, string Error)> VerifyAsync(byte[] bytes)
    {
        var path = Path.Combine(_folder, "tep");
        await File.WriteAllBytesAsync(path, bytes, Token);
        return await Executable.RunAsync("publication", "verify", path, "--data", server.Folder);
    }

    /// <summary>As if a printer of pdf had been there when it was issued.</summary>
    private async Task<long> IssueWithPdfAsync()
    {
        using var caller = new PublicationCaller(server);
        var (id, version) = await caller.AtAsync("approved");
        var file = await server.Services.GetRequiredService<FileStore>().KeepAsync(new MemoryStream(_printed), "application/pdf", Token);
        var outcome = await server.Services.GetRequiredService<PublicationRecorder>().RecordAsync(
            "lien-thong", id, new PublicationCommand.IssueLetter(
                new(ActorKind.Monitor, "monitor", "vpcp"), version, PublicationCaller.Number(), DateOnly.Parse(PublicationCaller.Today, System.Globalization.CultureInfo.InvariantCulture), [new("pdf", file.Hash, "a.pdf")]), Token);
        Assert.Null(outcome.Refusal);
        return id;
    }

    /// <summary>Signed as Office signs: parts of its own, a list of types and a relationship that lead there.</summary>
    private static byte[] Signed(byte[] package, (string Name, string Text)? more = null, string? types = null, string? relation = null) => Rewritten(package, zip =>
    {
        Replace(zip, Types, t => t.Replace(TypesEnd, (types ?? SignatureTypes) + TypesEnd, StringComparison.Ordinal));
        Replace(zip, Relations, t => t.Replace("</Relationships>", (relation ?? Origin) + "</Relationships>", StringComparison.Ordinal));
        Write(zip, "_xmlsignatures/origin.sigs", "");
        Write(zip, "_xmlsignatures/_rels/origin.sigs.rels", "<Relationships/>");
        Write(zip, "_xmlsignatures/sig1.xml", "<Signature/>");
        if (more is { } extra) Write(zip, extra.Name, extra.Text);
    });

    private static byte[] Changed(byte[] package) => Rewritten(package, zip => Replace(zip, "word/document.xml", t => t.Replace("Cần Thơ", "Cần Giờ", StringComparison.Ordinal)));

    /// <summary>A part under the signatures' folder alone signs nothing.</summary>
    private static byte[] Added(byte[] package) => Rewritten(package, zip => Write(zip, "_xmlsignatures/note.xml", "<x/>"));

    private static byte[] Rewritten(byte[] package, Action<ZipArchive> change)
    {
        var copy = new MemoryStream();
        copy.Write(package);
        using (var zip = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true)) change(zip);
        return copy.ToArray();
    }

    private static void Replace(ZipArchive zip, string name, Func<string, string> change)
    {
        string text;
        using (var reader = new StreamReader(zip.GetEntry(name)!.Open())) text = reader.ReadToEnd();
        Assert.NotEqual(text, change(text));
        zip.GetEntry(name)!.Delete();
        Write(zip, name, change(text));
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}
