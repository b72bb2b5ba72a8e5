using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Rollout.Storage.Sqlite;

/// <summary>
/// Shim C. The feed has SQLitePCLRaw 2.0.6 only, while EF Core asks for 2.1: its assemblies are loaded from the program's folder whatever
/// version is asked for. The SQLite bundled with 2.0.6 is 3.35.5 (2021, with known CVEs), so the system's library is preferred where there
/// is one. Can go, with the two package references, when SQLitePCLRaw 2.1 can be restored.
/// </summary>
internal static class SystemSqlite
{
    private static readonly string[] SystemNames = ["libsqlite3.so.0", "libsqlite3.dylib", "winsqlite3.dll"];

#pragma warning disable CA2255 // The loader must know before the first type of SQLitePCLRaw is touched, wherever that happens.
    [ModuleInitializer]
    internal static void Prepare()
    {
        AssemblyLoadContext.Default.Resolving += FromProgramFolder;
        Initialise();
    }
#pragma warning restore CA2255

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Initialise()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly, SystemLibraryFirst);
        SQLitePCL.Batteries_V2.Init();
    }

    private static Assembly? FromProgramFolder(AssemblyLoadContext context, AssemblyName name)
    {
        if (name.Name?.StartsWith("SQLitePCLRaw", StringComparison.Ordinal) != true) return null;
        var path = Path.Combine(Path.GetDirectoryName(typeof(SystemSqlite).Assembly.Location)!, name.Name + ".dll");
        return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
    }

    private static nint SystemLibraryFirst(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != "e_sqlite3") return 0;
        foreach (var candidate in SystemNames)
            if (NativeLibrary.TryLoad(candidate, out var library)) return library;
        return 0;
    }
}
