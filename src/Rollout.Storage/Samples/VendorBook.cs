using System.Collections.Frozen;
using System.Data.Common;
using Rollout.Core.Participants;
using Rollout.Storage.Database;

namespace Rollout.Storage.Samples;

/// <summary>Who supplies the participants' software, so that one vendor's fault shows as one line.</summary>
public sealed class VendorBook(RolloutDatabase database, TimeProvider time)
{
    /// <summary>The vendors of a programme's participants; a participant without a word of it is left out.</summary>
    public FrozenDictionary<ParticipantId, string> All(string programme)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT participant, vendor FROM vendors WHERE programme = @programme";
        command.Set("@programme", programme);
        using var reader = command.ExecuteReader();
        var all = new Dictionary<ParticipantId, string>();
        while (reader.Read())
            if (ParticipantId.TryParse(reader.GetString(0), out var participant)) all[participant] = reader.GetString(1);
        return all.ToFrozenDictionary();
    }

    /// <summary>Says who supplies a participant's software; null or empty for nobody known.</summary>
    /// <param name="programme">Key of the programme.</param>
    /// <param name="participant">Whose software.</param>
    /// <param name="vendor">The vendor's name.</param>
    /// <param name="by">Name of the account or key.</param>
    public void Set(string programme, ParticipantId participant, string? vendor, string by)
    {
        using var connection = database.Connect();
        Set(connection, null, programme, participant, vendor, by);
    }

    /// <summary>Says it of many at once.</summary>
    /// <param name="programme">Key of the programme.</param>
    /// <param name="all">Participants with their vendors.</param>
    /// <param name="by">Who says it.</param>
    public void Fill(string programme, IEnumerable<KeyValuePair<ParticipantId, string>> all, string by)
    {
        using var connection = database.Connect();
        using var transaction = database.Write(connection);
        foreach (var (participant, vendor) in all) Set(connection, transaction, programme, participant, vendor, by);
        transaction.Commit();
    }

    private void Set(DbConnection connection, DbTransaction? transaction, string programme, ParticipantId participant, string? vendor, string by)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = string.IsNullOrWhiteSpace(vendor)
            ? "DELETE FROM vendors WHERE programme = @programme AND participant = @participant"
            : """
              INSERT INTO vendors (programme, participant, vendor, by, at) VALUES (@programme, @participant, @vendor, @by, @at)
              ON CONFLICT (programme, participant) DO UPDATE SET vendor = @vendor, by = @by, at = @at
              """;
        command.Set("@programme", programme);
        command.Set("@participant", $"{participant}");
        command.Set("@vendor", vendor?.Trim() ?? "");
        command.Set("@by", by);
        command.Set("@at", time.GetUtcNow().ToUnixTimeMilliseconds());
        command.ExecuteNonQuery();
    }
}
