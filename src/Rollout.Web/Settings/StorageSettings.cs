using Microsoft.Extensions.Options;
using Rollout.Storage.Database;

namespace Rollout.Web.Settings;

/// <summary>Which engine keeps an installation: <c>Storage:Provider</c> (<c>sqlite</c>, or <c>postgres</c> with <c>Storage:Connection</c>).</summary>
public static class StorageSettings
{
    private const string Connection = "Storage:Connection";
    private const string Provider = "Storage:Provider";

    /// <summary>Reads the settings.</summary>
    /// <exception cref="OptionsValidationException">The engine is none that is known, or nothing says where its server is.</exception>
    public static StorageOptions Of(string folder, IConfiguration configuration)
    {
        var said = configuration[Provider] ?? nameof(StorageProvider.Sqlite);
        if (!Enum.TryParse<StorageProvider>(said, ignoreCase: true, out var engine) || !Enum.IsDefined(engine))
            throw Wrong(Provider, $"{said} ({string.Join(", ", Enum.GetNames<StorageProvider>()).ToLowerInvariant()})");
        var connection = configuration[Connection] ?? "";
        if (engine == StorageProvider.Postgres && connection.Length == 0) throw Wrong(Connection, "Host=…;Database=…;Username=…;Password=…");
        return new(folder) { Provider = engine, Connection = connection };
    }

    private static OptionsValidationException Wrong(string key, string what) => new(key, typeof(StorageOptions), [$"{key}: {what}"]);
}
