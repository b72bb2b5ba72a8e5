using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Rollout.Core.Boards;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Storage;
using Rollout.Storage.Database;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Sqlite;
using Rollout.Storage.Time;
using Rollout.Web.Accounts;
using Rollout.Web.Settings;

namespace Rollout.Benchmarks;

/// <summary>Two hundred people: contacts of provinces, agencies and monitors, each with a cell that nobody else touches.</summary>
internal static class Crowd
{
    public const int Size = 200;
    public const string Password = "people of a benchmark";

    private const int Agencies = 24;
    private const int Monitors = 16;
    private const int OfOneProvince = 3;

    /// <summary>Makes their accounts in a data folder that no server has open, and says what each will do.</summary>
    public static async Task<List<Part>> MakeAsync(string folder)
    {
        await using var services = Open(folder);
        var parts = Of(services.GetRequiredService<BoardStore>().Of(Country.Programme.Key), TimeProvider.System.GetUtcNow());
        await using var directory = new UserDirectory(services.GetRequiredService<RolloutDatabase>(), new Microsoft.AspNetCore.DataProtection.EphemeralDataProtectionProvider(), NullLoggerFactory.Instance);
        await using var session = directory.Open();
        // One hash for all: it takes its time by design, and their sign-in takes it again.
        var hash = session.Users.PasswordHasher.HashPassword(new(), Password);
        foreach (var part in parts)
        {
            var made = await session.Users.CreateAsync(new Account { UserName = part.Name, FullName = part.Name, Role = part.Role, PasswordHash = hash, CreatedAt = 1 });
            if (!made.Succeeded) throw new InvalidOperationException($"{part.Name}: {string.Join(' ', made.Errors.Select(e => e.Code))}");
        }
        return parts;
    }

    /// <summary>The folder's storage through the product's own classes.</summary>
    public static ServiceProvider Open(string folder)
    {
        var services = new ServiceCollection().AddSingleton(DataFiles.ReadAll(DataFiles.Folder).Catalog!).AddSingleton(TimeProvider.System)
            .AddSingleton(DomainClock.Real(TimeProvider.System)).AddSingleton(typeof(Microsoft.Extensions.Logging.ILogger<>), typeof(NullLogger<>))
            .AddStorage(new(folder)).BuildServiceProvider();
        services.OpenStorage();
        return services;
    }

    /// <summary>Asks the product's own rules what each may do on the board as it stands.</summary>
    private static List<Part> Of(Board board, DateTimeOffset now)
    {
        var (parts, taken) = (new List<Part>(), new HashSet<StepKey>());
        foreach (var id in board.Participants.All.Select(p => p.Id))
            foreach (var key in Cells(board, id).Where(k => May(board, $"participant:{id}", k, StepStatus.Reported, now)).Take(OfOneProvince))
                if (parts.Count < Size - Agencies - Monitors && taken.Add(key)) parts.Add(new($"contact{parts.Count}", $"participant:{id}", key, board[id][key.Phase, key.Step].Version, StepStatus.Reported, Noted: false));
        var others = board.Participants.All.SelectMany(p => Cells(board, p.Id)).Where(k => !taken.Contains(k)).ToList();
        foreach (var key in others.Where(k => May(board, "monitor", k, StepStatus.Done, now)).Take(Monitors))
        {
            taken.Add(key);
            parts.Add(new($"monitor{parts.Count}", "monitor", key, board[key.Participant][key.Phase, key.Step].Version, StepStatus.Done, Noted: true));
        }
        var agencies = board.Programme.Organisations.Select(o => o.Key).Where(k => k != board.Programme.Lead).ToArray();
        foreach (var key in others.Where(k => !taken.Contains(k)).Take(Size - parts.Count))
            parts.Add(new($"agency{parts.Count}", $"agency:{agencies[parts.Count % agencies.Length]}", key, 0, First: null, Noted: true));
        return parts.Count == Size ? parts : throw new InvalidOperationException($"The board has room for {parts.Count} people only.");
    }

    /// <summary>The cells of a participant in the first phase.</summary>
    public static IEnumerable<StepKey> Cells(Board board, ParticipantId id) => board.Programme.Steps.Select(s => new StepKey(id, board.Programme.Phases[0].Key, s.Key));

    /// <summary>Whether the product's own rules let a role take a cell that is not finished to a status.</summary>
    public static bool May(Board board, string role, StepKey key, StepStatus to, DateTimeOffset now)
    {
        var row = board[key.Participant];
        if (row[key.Phase, key.Step] is { Status: not (StepStatus.NotStarted or StepStatus.InProgress) } || !Mandate.TryParse(role, out var mandate)) return false;
        var actor = mandate.ActorFor(board.Programme, key.Participant, "-");
        return StepOffers.Try(board.Programme, row, key, actor, to, row[key.Phase, key.Step].Version, now) is Decision.Accepted { Events: [StepEvent.StatusChanged] };
    }
}
