using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Vejviser.Core.Data;

/// <summary>Instants are UTC in the program and in the database; SQLite forgets the kind, so it is set on reading.</summary>
internal sealed class UtcInstant() : ValueConverter<DateTime, DateTime>(
    instant => instant.Kind == DateTimeKind.Utc ? instant : instant.ToUniversalTime(),
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
