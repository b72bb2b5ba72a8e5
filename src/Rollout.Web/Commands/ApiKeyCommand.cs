using System.CommandLine;
using Rollout.Storage.Accounts;
using Rollout.Web.Accounts;

namespace Rollout.Web.Commands;

/// <summary><c>api-key create --name N --role R</c>: prints the key alone on the last line; it cannot be read again.</summary>
internal static class ApiKeyCommand
{
    private const string CreatedBy = "api-key create";

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
        using var context = CommandContext.Open(parsed);
        if (context is null) return CommandContext.Failed;
        if (new MandateCheck(context.Catalog).Mistake(role) is { } mistake) return CommandContext.Fail(texts.Say(mistake));
        var key = context.Services.GetRequiredService<ApiKeys>().Create(name, role, CreatedBy);
        context.Services.GetRequiredService<SecurityLog>().Write(SecurityKinds.KeyCreated, name, CreatedBy, "", $"role: {role}");
        Console.Out.WriteLine(texts["command.key", name, role]);
        Console.Out.WriteLine(key);
        return CommandContext.Done;
    }
}
