namespace Vejviser.Core.Engine.Messages.Delivery;

/// <summary>
/// Lays a message as a file in a folder that another system empties. The file has the message's id as its name and is there whole or not at
/// all, so the same message laid twice is one file; who empties the folder skips an id it has had.
/// </summary>
internal static class DropFile
{
    public static async Task<Attempt> RunAsync(string folder, string name, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var half = Path.Combine(folder, $".{name}.{Guid.CreateVersion7():N}");
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using (var file = new FileStream(half, options))
            {
                await file.WriteAsync(content, cancel);
                file.Flush(flushToDisk: true);
            }

            File.Move(half, Path.Combine(folder, name), overwrite: true);
            return Attempt.Sent;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Attempt(DeliveryOutcome.Again, "folder", IsWayDown: true);
        }
    }
}
