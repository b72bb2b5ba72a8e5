using System.Globalization;
using Npgsql;

namespace Rollout.Nodes.Tests.Harness;

/// <summary>
/// The intervals of a schedule. Everybody has an own place within each, so that a look belongs to the interval whose place it is at or behind,
/// however late it was made.
/// </summary>
internal sealed class Slots
{
    private readonly DateTimeOffset _beginning;
    private readonly TimeSpan _early;
    private readonly TimeSpan _every;
    private readonly Dictionary<string, TimeSpan> _places;

    public Slots(Installation here, Book book, TimeSpan every, double spread, TimeSpan early)
    {
        (_every, _early) = (every, early);
        _places = book.Targets.All.ToDictionary(t => t.Participant.Code, t => every * spread * (t.Id * 0.6180339887498949 % 1));
        using var connection = new NpgsqlConnection(here.Connection);
        connection.Open();
        using var command = new NpgsqlCommand("SELECT min(start_time) FROM qrtz_triggers WHERE trigger_name LIKE 'probe%'", connection);
        _beginning = new(Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture), TimeSpan.Zero);
    }

    /// <summary>The latest interval in which everybody must have been looked at, and one more that has begun.</summary>
    public int Now => SlotOf(DateTimeOffset.UtcNow, TimeSpan.Zero);

    public DateTimeOffset BeginningOf(int slot) => _beginning + (_every * slot) - _early;

    /// <summary>The interval a look belongs to.</summary>
    public int Of(Listener.Look look) => SlotOf(look.At, _places[look.Code]);

    private int SlotOf(DateTimeOffset at, TimeSpan place) => (int)Math.Floor((at - _beginning - place + _early) / _every);
}
