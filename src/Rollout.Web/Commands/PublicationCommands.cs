using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Rollout.Core.Publications;
using Rollout.Documents.Signing;
using Rollout.Storage;
using Rollout.Storage.Contents;
using Rollout.Storage.Database;
using Rollout.Storage.Publications;

namespace Rollout.Web.Commands;

/// <summary><c>publication verify FILE</c>: our file of an issued publication, ours with signatures appended, the attached signed one, or none.</summary>
internal static class PublicationCommands
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE");
        var verify = new Command("verify") { file, CommandContext.Data };
        verify.SetAction((parsed, ct) => VerifyAsync(parsed, parsed.GetRequiredValue(file), ct));
        return new Command("publication") { verify };
    }

    private static async Task<int> VerifyAsync(ParseResult parsed, string path, CancellationToken ct)
    {
        var texts = CommandContext.Texts;
        var storage = CommandContext.Storage(parsed);
        foreach (var needed in storage.Provider == StorageProvider.Sqlite ? [path, storage.DatabasePath] : (string[])[path])
            if (!File.Exists(needed)) return CommandContext.Fail(texts["command.noFile", needed]);
        var database = StorageServices.Database(storage);
        // Before anything is believed of the files, what tells of them must hold.
        var (_, _, broken) = await new PublicationCheck(database, storage).RunAsync(ct);
        if (broken is not null) return CommandContext.Fail(texts["command.publicationsBroken", broken]);
        database.Migrate();
        try
        {
            await using var file = File.OpenRead(path);
            if (await FindAsync(new PublicationBook(database), new FileStore(database, storage, TimeProvider.System), file, ct) is not ({ } found, var how))
                return CommandContext.Fail(texts["command.publication.none", Path.GetFileName(path)]);
            await Console.Out.WriteLineAsync(
                texts[$"command.publication.{how}", Path.GetFileName(path), found.Id, found.Letter!.Number, found.Letter.Date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)]);
            return CommandContext.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return CommandContext.Fail(e.Message);
        }
    }

    private static async Task<(Publication? Found, string How)> FindAsync(PublicationBook book, FileStore files, FileStream file, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
        var issued = book.All().Where(p => p.Letter is not null).ToList();
        if (issued.Find(p => p.Letter!.Files.Any(f => f.Hash == hash)) is { } ours) return (ours, "ours");
        if (issued.Find(p => p.SignedFiles.Any(f => f.Hash == hash)) is { } attached) return (attached, "signed");
        foreach (var (publication, printed) in issued.SelectMany(p => p.Letter!.Files.Select(f => (p, f))))
        {
            await using var stored = files.Open(printed.Hash);
            if (stored is not null && SignedFile.IsOursSigned(printed.Format, stored, file)) return (publication, "oursSigned");
        }
        return (null, "");
    }
}
