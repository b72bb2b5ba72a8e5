using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Rollout.Storage.Database;

namespace Rollout.Web.Tests;

/// <summary>
/// Shim D. bunit asks for AngleSharp.Diffing 1.1 and the feed has 0.17, which does all that is used here: whatever version is asked for, the
/// one in the tests' folder is loaded. Can go when the feed has 1.1.
/// </summary>
internal static class NewerThanTheFeed
{
    [ModuleInitializer]
    internal static void Prepare()
    {
        AssemblyLoadContext.Default.Resolving += static (context, name) =>
        {
            if (name.Name is not "AngleSharp.Diffing") return null;
            var path = Path.Combine(AppContext.BaseDirectory, name.Name + ".dll");
            return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        };
        // Shim C must stand before a test touches SQLite by itself, whichever test comes first.
        RuntimeHelpers.RunModuleConstructor(typeof(StorageOptions).Module.ModuleHandle);
    }
}
