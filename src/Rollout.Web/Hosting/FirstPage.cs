using Rollout.Storage.Ledgers;
using Rollout.Web.Components.Charts;
using Rollout.Web.Components.Pages;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Hosting;

/// <summary>What the first visitor would wait for is read on another core while the server still opens its sockets.</summary>
internal static class FirstPage
{
    public static void Prepare(IServiceProvider services)
    {
        if (services.GetRequiredService<BoardReading>().Read(null, null, null, null).View is not { } view) return;
        services.GetRequiredService<MapOutlines>().Find(view.Programme.Map);
        OverviewView.Of(
            services.GetRequiredService<Texts>(), view, services.GetRequiredService<LedgerReader>(), services.GetRequiredService<TrendReading>(), null, code => code);
    }
}
