using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Rollout.Storage.Database;

namespace Rollout.Storage.Postgres;

/// <summary>The keys that cookies are sealed with, in the database: a page that one node has signed in is signed in on all.</summary>
public sealed class ProtectionKeys(RolloutDatabase database) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT xml FROM protection_keys ORDER BY id";
        using var reader = command.ExecuteReader();
        var keys = new List<XElement>();
        while (reader.Read()) keys.Add(XElement.Parse(reader.GetString(0)));
        return keys;
    }

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO protection_keys (name, xml) VALUES (@name, @xml)";
        command.Set("@name", friendlyName);
        command.Set("@xml", element.ToString(SaveOptions.DisableFormatting));
        command.ExecuteNonQuery();
    }
}
