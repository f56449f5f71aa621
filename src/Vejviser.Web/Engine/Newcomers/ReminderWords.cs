using System.Globalization;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Newcomers;

namespace Vejviser.Web.Engine.Newcomers;

/// <summary>The same words in a reminder as on the newcomer's page.</summary>
internal sealed class ReminderWords(NewcomerTexts texts) : IReminderWords
{
    public (string Where, string Bring, string Weekday) Say(string? motherTongue, string place, DateOnly date)
    {
        var language = texts.For(motherTongue) ?? NewcomerTexts.Danish;
        return (texts.Get(language, $"place.{place}"), texts.Get(language, $"bring-with.{place}"), texts.Get(language, $"weekday.{((int)date.DayOfWeek).ToString(CultureInfo.InvariantCulture)}"));
    }
}
