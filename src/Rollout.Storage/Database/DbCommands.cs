using System.Data.Common;
using System.Globalization;

namespace Rollout.Storage.Database;

/// <summary>Commands of plain ADO.NET, whichever the engine.</summary>
internal static class DbCommands
{
    /// <summary>Adds a parameter.</summary>
    public static DbParameter Set(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
        return parameter;
    }

    /// <summary>The whole number, or yes and no as 1 and 0, that a command answers; null when it answers nothing.</summary>
    public static long? Whole(this DbCommand command) =>
        command.ExecuteScalar() is { } answer and not DBNull ? Convert.ToInt64(answer, CultureInfo.InvariantCulture) : null;
}
