using Rollout.Benchmarks;

// dotnet run -c Release --project tests/Rollout.Benchmarks -- [start] [open] [requests] [board] [lists] [documents] [people] [probes] [past] [sweeps] [live] [table] [appends] [nodes] [growth]; nothing: all. 1 when a limit is missed.
if (args is ["bare", var port, ..]) return await BareServer.RunAsync(port, args.Length > 2 ? args[2] : null);
if (args is ["probed", var plain, var secure, var where]) return await ProbedServer.RunAsync(plain, secure, where);
if (args is ["viewers", var plan]) return await Viewers.RunAsync(plan);
if (args is ["opening", var folder]) return LedgerOpenings.OpenOnce(folder);
var wanted = args.Length == 0 ? ["board", "lists", "open", "start", "requests", "documents", "people", "probes", "past", "sweeps", "live", "table", "appends", "nodes", "growth"] : args;
foreach (var name in wanted)
    switch (name)
    {
        case "board": Boards.Run(); break;
        case "lists": Lists.Run(); break;
        case "open": LedgerOpenings.Run(); break;
        case "start": await Servers.StartAsync(); break;
        case "requests": await Servers.RequestsAsync(); break;
        case "people": await People.RunAsync(); break;
        case "probes": await Probes.RunAsync(); break;
        case "past": await Past.RunAsync(); break;
        case "documents": await Documents.RunAsync(); break;
        case "live": await Live.RunAsync(); break;
        case "sweeps": await Sweeps.RunAsync(); break;
        case "table": await Tables.RunAsync(); break;
        case "appends": await Appends.RunAsync(); break;
        case "nodes": await Nodes.RunAsync(); break;
        case "growth": await Growth.RunAsync(); break;
        default: Console.Error.WriteLine($"no benchmark {name}"); return 1;
    }
return Figure.AnyOver ? 1 : 0;
