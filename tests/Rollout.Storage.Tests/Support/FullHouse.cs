using System.Text;
using Rollout.Core.Publications;
using Rollout.Core.Steps;
using Rollout.Storage.Database;
using Rollout.Storage.Tables;

namespace Rollout.Storage.Tests.Support;

/// <summary>Something in every table, so that nothing can be forgotten unseen.</summary>
internal static class FullHouse
{
    public const string Note = "Ghi chú\tcó thẻ, \\ gạch chéo\nvà dòng mới";

    private static readonly Actor Drafter = new(ActorKind.Monitor, "nguoi.soan", "vpcp");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>What people do, through the ordinary ways; gives the hashes of the files back.</summary>
    public static async Task<(string Attached, string Published)> LiveAsync(Store store)
    {
        await store.ImportBaselinesAsync();
        var pdf = (await store.Files.SaveAsync(new MemoryStream(Sheets.Pdf("đính kèm")), "z.pdf", Token)).File!.Hash;
        var png = (await store.Files.SaveAsync(new MemoryStream(Sheets.Png), "a.png", Token)).File!.Hash;
        await store.WriteAsync(Wish.Start("01", "2.1", Note) with { Files = [new(pdf, "z.pdf"), new(png, "a.png")] });
        var published = (await store.Files.KeepAsync(new MemoryStream(Encoding.UTF8.GetBytes("nội dung")), "text/plain", Token)).Hash;
        PublicationCommand[] way =
        [
            new PublicationCommand.DraftLetter(Drafter, new("test", null, [], [], null)), new PublicationCommand.SubmitDraft(Drafter, 1),
            new PublicationCommand.ApproveDraft(new(ActorKind.Approver, "nguoi.duyet"), 2), new PublicationCommand.IssueLetter(Drafter, 3, "10/VPCP", new(2024, 8, 1), [new("txt", published, "a.txt")]),
        ];
        foreach (var (i, act) in way.Index()) Assert.Null((await store.Publishing.RecordAsync(Store.Programme, i == 0 ? null : 1, act, Token)).Refusal);
        store.ApiKeys.Create("kho", "reader", "thử");
        return (pdf, published);
    }

    /// <summary>A row in every table that has none.</summary>
    public static void FillTheRest(RolloutDatabase database)
    {
        using var connection = database.Connect();
        foreach (var shape in TableShapes.Of(database).Where(s => TableRows.Count(connection, s.Table) == 0))
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"INSERT INTO {shape.Table} ({shape.List}) VALUES ({string.Join(", ", shape.Columns.Select((_, i) => $"@p{i}"))})";
            foreach (var (i, column) in shape.Columns.Index()) command.Set($"@p{i}", Some(column.Type));
            command.ExecuteNonQuery();
        }
    }

    private static object Some(Type type) =>
        type == typeof(string) ? "một" : type == typeof(long) ? 7L : type == typeof(int) ? 7 : type == typeof(bool) ? true : type == typeof(double) ? 0.1
        : type == typeof(byte[]) ? new byte[] { 0, 1, 255 } : new DateTimeOffset(2024, 8, 1, 1, 2, 3, TimeSpan.Zero).AddTicks(1_234_567);
}
