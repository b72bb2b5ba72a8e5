using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Npgsql;
using Rollout.Core.Wording;

namespace Rollout.Storage.Backups;

/// <summary>
/// PostgreSQL's own programs. Where and as whom they connect stands in their environment and never on a command line, which every user of the
/// machine can read.
/// </summary>
internal sealed class PostgresClient(string connection, string dumpProgram)
{
    private readonly NpgsqlConnectionStringBuilder _server = new(connection);

    private string DumpProgram => dumpProgram.Length == 0 ? "pg_dump" : dumpProgram;

    /// <summary>They are installed together.</summary>
    private string RestoreProgram => Path.GetDirectoryName(dumpProgram) is { Length: > 0 } folder ? Path.Combine(folder, "pg_restore") : "pg_restore";

    /// <summary>The database's name.</summary>
    public string Database => _server.Database ?? _server.Username ?? "";

    /// <summary>Writes a dump of the state that a transaction has exported.</summary>
    public Task<Message?> DumpAsync(string file, string snapshot, CancellationToken ct) => RunAsync(
        DumpProgram,
        [
            // Keys of cookies are secrets and the scheduler's state is of the moment: the tables come along empty.
            "--format=custom", $"--file={file}", $"--snapshot={snapshot}", "--no-password", "--exclude-table-data=*.protection_keys", "--exclude-table-data=*.qrtz_*",
        ], null, ct);

    /// <summary>Restores a dump in one transaction.</summary>
    public Task<Message?> RestoreAsync(string file, CancellationToken ct) => RunAsync(
        RestoreProgram, ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", "--no-password", $"--dbname={Database}", file], null, ct);

    /// <summary>Reads the rows of a dump as text; no server is asked.</summary>
    public Task<Message?> ReadAsync(string file, Func<StreamReader, Task> read, CancellationToken ct) => RunAsync(RestoreProgram, ["--data-only", "--file=-", file], read, ct);

    private async Task<Message?> RunAsync(string program, string[] arguments, Func<StreamReader, Task>? read, CancellationToken ct)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var (name, value) in Surroundings()) start.Environment[name] = value;
        using var process = Start(start);
        if (process is null) return Message.Of("backup.program", program);
        try
        {
            var error = process.StandardError.ReadToEndAsync(ct);
            if (read is not null) await read(process.StandardOutput);
            await process.StandardOutput.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            return process.ExitCode == 0 ? null : Message.Of("backup.programFailed", Path.GetFileName(program), First(await error));
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static string First(string said) => said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "?";

    private IEnumerable<(string Name, string Value)> Surroundings()
    {
        (string, string?)[] all =
        [
            ("PGHOST", _server.Host), ("PGPORT", _server.Port.ToString(CultureInfo.InvariantCulture)), ("PGUSER", _server.Username), ("PGPASSWORD", _server.Password),
            ("PGDATABASE", Database), ("PGPASSFILE", _server.Passfile), ("PGSSLMODE", Mode(_server.SslMode)), ("PGSSLROOTCERT", _server.RootCertificate),
            ("PGSSLCERT", _server.SslCertificate), ("PGSSLKEY", _server.SslKey), ("PGAPPNAME", "rollout backup"), ("PGCONNECT_TIMEOUT", "10"),
            // What the programs say stands in our own line.
            ("LC_ALL", "C.UTF-8"), ("PGCLIENTENCODING", "UTF8"),
        ];
        foreach (var (name, value) in all)
            if (!string.IsNullOrEmpty(value)) yield return (name, value);
    }

    private static string Mode(SslMode mode) => mode switch
    {
        SslMode.VerifyCA => "verify-ca",
        SslMode.VerifyFull => "verify-full",
        _ => mode.ToString().ToLowerInvariant(),
    };
}
