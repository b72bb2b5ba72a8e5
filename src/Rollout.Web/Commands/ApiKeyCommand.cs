using System.CommandLine;
using Rollout.Core.Steps;
using Rollout.Storage.Accounts;

namespace Rollout.Web.Commands;

/// <summary><c>api-key create --name N --role R</c>: prints the key alone on the last line; it cannot be read again.</summary>
internal static class ApiKeyCommand
{
    public static Command Create()
    {
        var name = new Option<string>("--name") { Required = true };
        var role = new Option<string>("--role") { Required = true };
        var create = new Command("create") { name, role, CommandContext.Data };
        create.SetAction(parsed => Run(parsed, parsed.GetRequiredValue(name), parsed.GetRequiredValue(role)));
        return new Command("api-key") { create };
    }

    private static int Run(ParseResult parsed, string name, string role)
    {
        var texts = CommandContext.Texts;
        if (!Mandate.TryParse(role, out var who)) return CommandContext.Fail(texts["command.role", role]);
        using var context = CommandContext.Open(parsed);
        if (context is null) return CommandContext.Failed;
        var agencies = context.Catalog.All.SelectMany(p => p.Programme.Organisations).Select(o => o.Key).Distinct(StringComparer.Ordinal).ToList();
        if (who.Kind == ActorKind.Agency && !agencies.Contains(who.Agency!))
            return CommandContext.Fail(texts["query.unknown", "--role", role, string.Join(", ", agencies.Select(a => $"agency:{a}"))]);
        foreach (var id in who.Participants.Where(id => !context.Catalog.All.Any(p => p.Participants.Key == id.Set && p.Participants.Find(id.Code) is not null)))
            return CommandContext.Fail(texts["command.noParticipant", $"{id}"]);
        var key = context.Services.GetRequiredService<ApiKeys>().Create(name, role);
        Console.Out.WriteLine(texts["command.key", name, role]);
        Console.Out.WriteLine(key);
        return CommandContext.Done;
    }
}
