using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Rollout.Simulator;

/// <summary>Plays what goes wrong with a line itself, below TLS and HTTP.</summary>
internal static class LineFaults
{
    /// <summary>TLS 1.0's way of saying that the versions offered are not spoken here: alert, fatal, protocol_version.</summary>
    private static readonly byte[] ProtocolVersion = [21, 3, 1, 0, 2, 2, 70];

    public static async Task PlayAsync(ConnectionContext connection, FaultKind kind, CancellationToken stopping)
    {
        switch (kind)
        {
            case FaultKind.HalfOpen:
                using (var either = CancellationTokenSource.CreateLinkedTokenSource(connection.ConnectionClosed, stopping))
                    await Task.Delay(Timeout.InfiniteTimeSpan, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                connection.Abort();
                break;
            case FaultKind.TlsTooOld:
                await RefuseAsync(connection);
                break;
            case FaultKind.Reset:
                Reset(connection.Features);
                break;
            default:
                connection.Abort();
                break;
        }
    }

    /// <summary>Without a farewell: what the other side sends or reads next fails.</summary>
    public static void Reset(IFeatureCollection features) => features.GetRequiredFeature<IConnectionSocketFeature>().Socket.Close(0);

    /// <summary>The hello is read first: what nobody read would turn the answer into a reset.</summary>
    private static async Task RefuseAsync(ConnectionContext connection)
    {
        try
        {
            var hello = await connection.Transport.Input.ReadAsync(connection.ConnectionClosed);
            connection.Transport.Input.AdvanceTo(hello.Buffer.End);
            await connection.Transport.Output.WriteAsync(ProtocolVersion, connection.ConnectionClosed);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ConnectionResetException or SocketException)
        {
            // The other side went first.
        }
    }
}
