using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rollout.Core.Wording;

namespace Rollout.Storage.Backups;

/// <summary>The manifest on the disk, with its own hash beside it as <c>sha256sum -c</c> reads it.</summary>
internal static class ManifestFile
{
    /// <summary>Its name.</summary>
    public const string Called = "manifest.json";

    private const string HashFile = Called + ".sha256";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes it, the hash first: there is no manifest without one.</summary>
    public static void Write(string backup, BackupManifest manifest)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(manifest, Form);
        Keep(Path.Combine(backup, HashFile), Encoding.ASCII.GetBytes(HashLine(bytes)));
        Keep(Path.Combine(backup, Called), bytes);
    }

    /// <summary>Reads it, or says what is wrong with it.</summary>
    public static (BackupManifest? Manifest, Message? Why) Read(string backup)
    {
        foreach (var needed in (string[])[Called, HashFile])
            if (!File.Exists(Path.Combine(backup, needed))) return (null, Message.Of("backup.none", backup, needed));
        var bytes = File.ReadAllBytes(Path.Combine(backup, Called));
        if (File.ReadAllText(Path.Combine(backup, HashFile)) != HashLine(bytes)) return (null, Message.Of("backup.damaged", Called));
        try
        {
            var manifest = JsonSerializer.Deserialize<BackupManifest>(bytes, Form)!;
            // A path that leads out of the backup is no part of one.
            if (manifest.Parts.Any(p => Path.IsPathRooted(p.Path) || p.Path.Split('/', '\\').Contains(".."))) return (null, Message.Of("backup.damaged", Called));
            return manifest.Form == BackupManifest.Current ? (manifest, null) : (null, Message.Of("backup.newer", manifest.Program));
        }
        catch (JsonException)
        {
            return (null, Message.Of("backup.damaged", Called));
        }
    }

    private static string HashLine(byte[] bytes) => $"{Convert.ToHexStringLower(SHA256.HashData(bytes))}  {Called}\n";

    private static void Keep(string path, byte[] bytes)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }
}
