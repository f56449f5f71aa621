using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Web.Tests;

/// <summary>What the product reads from its own files and never changes: once for all servers of a test run, for each of them would take longer than most tests.</summary>
internal static class ReadOnce
{
    private static readonly Lazy<PracticeCatalogue> Catalogue = new(() => PracticeCatalogue.Load(Shipped("catalogue")));
    private static readonly Lazy<Texts> AllTexts = new(() => Texts.Load(Shipped("texts")));
    private static readonly Lazy<NewcomerTexts> NewcomersTexts = new(() => NewcomerTexts.Load(Shipped("texts/newcomer")));
    private static readonly Lazy<LawBook> Law = new(() => LawBook.Load(Shipped("law")));

    public static void Share(IServiceCollection services) => services
        .Replace(ServiceDescriptor.Singleton(_ => Catalogue.Value))
        .Replace(ServiceDescriptor.Singleton(_ => AllTexts.Value))
        .Replace(ServiceDescriptor.Singleton(_ => NewcomersTexts.Value))
        .Replace(ServiceDescriptor.Singleton(_ => Law.Value));

    private static string Shipped(string folder) => Path.Combine(AppContext.BaseDirectory, folder);
}
