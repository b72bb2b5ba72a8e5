namespace Rollout.Web.Api;

/// <summary>Metadata of an endpoint that stays closed to the public even where reading is open: it writes, or shows what people keep among themselves.</summary>
internal sealed class SignedInOnly;
