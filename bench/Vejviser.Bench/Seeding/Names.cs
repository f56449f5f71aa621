namespace Vejviser.Bench.Seeding;

/// <summary>Names in the scripts that newcomers bring; nobody's in particular.</summary>
internal static class Names
{
    private static readonly string[] DanishGiven = ["Mette", "Jonas", "Peter", "Sofie", "Lars", "Hanne", "Birgit", "Søren", "Åse", "Kåre", "Ida", "Niels", "Ane", "Jørgen", "Lærke"];
    private static readonly string[] DanishLast = ["Holm", "Krogh", "Lund", "Bach", "Dam", "Friis", "Storm", "Nørgaard", "Østergaard", "Kjær", "Skov"];

    private static readonly string[][] Given =
    [
        ["Ahmad", "Fatima", "Yousef", "Mariam", "Omar", "Layla", "Hassan", "Rania"], ["أحمد", "فاطمة", "يوسف", "مريم", "عمر", "ليلى"],
        ["Олена", "Андрій", "Ірина", "Тарас", "Наталія"], ["ሰላም", "ዮናስ", "ሚካኤል"], ["Selam", "Yonas", "Mikael", "Hiwot", "Dawit"], ["Aung", "Naw", "Saw", "Htoo"],
    ];

    private static readonly string[][] Family =
    [
        ["al-Khatib", "Haddad", "Darwish", "Mansour", "Saleh", "Nasser"], ["الخطيب", "حداد", "درويش", "منصور"], ["Шевченко", "Коваль", "Бондаренко", "Ткач"],
        ["ተስፋይ", "ገብረ"], ["Tesfay", "Gebre", "Haile", "Kidane"], ["Htoo", "Min", "Paw"],
    ];

    public static string Danish(int n) => DanishGiven[n % DanishGiven.Length];

    public static string DanishFamily(int n) => DanishLast[n % DanishLast.Length];

    /// <summary>A household has one family name.</summary>
    public static (string Given, string Family) Of(int household, int person)
    {
        var script = Numbers.Pick(21, (ulong)household, Given.Length);
        return (Of(Given[script], 22, person), Of(Family[script], 23, household));
    }

    private static string Of(string[] names, ulong stream, int place) => names[Numbers.Pick(stream, (ulong)place, names.Length)];
}
