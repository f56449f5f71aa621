using System.Diagnostics.Metrics;

namespace Vejviser.Bench.Hosts;

/// <summary>What the server itself says its requests took: the framework's own <c>http.server.request.duration</c>, every one kept.</summary>
internal sealed class ServerTimes : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly Lock gate = new();
    private List<double> seconds = new(1 << 16);

    public ServerTimes()
    {
        listener.InstrumentPublished = (instrument, me) =>
        {
            if (instrument.Name == "http.server.request.duration")
                me.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, value, _, _) =>
        {
            lock (gate)
                seconds.Add(value);
        });
        listener.Start();
    }

    public void Reset()
    {
        lock (gate)
            seconds = new List<double>(1 << 16);
    }

    public TimesInMilliseconds Read()
    {
        lock (gate)
            return TimesInMilliseconds.Of(seconds);
    }

    public void Dispose() => listener.Dispose();
}

/// <summary>How long requests took, in milliseconds.</summary>
internal sealed record TimesInMilliseconds(int Count, double P50, double P95, double P99, double Max)
{
    public static TimesInMilliseconds Of(IEnumerable<double> seconds)
    {
        var sorted = seconds.Order().ToArray();
        return sorted.Length == 0 ? new(0, 0, 0, 0, 0) : new(sorted.Length, At(sorted, 0.5), At(sorted, 0.95), At(sorted, 0.99), sorted[^1] * 1000);
    }

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))] * 1000;
}
