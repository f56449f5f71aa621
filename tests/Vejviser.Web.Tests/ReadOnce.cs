using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor.Compilation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Vejviser.Web.Hosting;

namespace Vejviser.Web.Tests;

/// <summary>What the product reads from its own files and never changes: once for all servers of a test run, for each of them would take longer than most tests.</summary>
internal static class ReadOnce
{
    private static readonly Lazy<PracticeCatalogue> Catalogue = new(() => PracticeCatalogue.Load(Shipped("catalogue")));
    private static readonly Lazy<Texts> AllTexts = new(() => Texts.Load(Shipped("texts")));
    private static readonly Lazy<NewcomerTexts> NewcomersTexts = new(() => NewcomerTexts.Load(Shipped("texts/newcomer")));
    private static readonly Lazy<LawBook> Law = new(() => LawBook.Load(Shipped("law")));

    /// <summary>A server that never starts: what Razor Pages find out about the pages by reflection is the same in every other one.</summary>
    private static readonly Lazy<IServiceProvider> Pages = new(() => VejviserHost.Build(DatabaseAddress.Parse("none"), []).Services);

    public static void Share(IServiceCollection services) => ShareFiles(services)
        .Replace(ServiceDescriptor.Singleton(_ => Pages.Value.GetRequiredService<IModelMetadataProvider>()))
        .Replace(ServiceDescriptor.Singleton(_ => Pages.Value.GetRequiredService<IViewCompilerProvider>()))
        .Replace(ServiceDescriptor.Singleton<IActionDescriptorCollectionProvider>(_ => new PagesFound(Pages.Value.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors)));

    private static IServiceCollection ShareFiles(IServiceCollection services) => services
        .Replace(ServiceDescriptor.Singleton(_ => Catalogue.Value))
        .Replace(ServiceDescriptor.Singleton(_ => AllTexts.Value))
        .Replace(ServiceDescriptor.Singleton(_ => NewcomersTexts.Value))
        .Replace(ServiceDescriptor.Singleton(_ => Law.Value));

    private static string Shipped(string folder) => Path.Combine(AppContext.BaseDirectory, folder);

    /// <summary>The pages with nothing in them of the server that found them: MVC keeps a server's filters with the page.</summary>
    private sealed class PagesFound(ActionDescriptorCollection found) : IActionDescriptorCollectionProvider
    {
        public ActionDescriptorCollection ActionDescriptors { get; } = new([.. found.Items.Cast<CompiledPageActionDescriptor>().Select(Copy)], found.Version);

        private static CompiledPageActionDescriptor Copy(CompiledPageActionDescriptor page) => new(page)
        {
            DeclaredModelTypeInfo = page.DeclaredModelTypeInfo, HandlerMethods = page.HandlerMethods, HandlerTypeInfo = page.HandlerTypeInfo, ModelTypeInfo = page.ModelTypeInfo, PageTypeInfo = page.PageTypeInfo,
            ActionConstraints = page.ActionConstraints, BoundProperties = page.BoundProperties, EndpointMetadata = page.EndpointMetadata, FilterDescriptors = page.FilterDescriptors, Parameters = page.Parameters,
            Properties = page.Properties, RouteValues = page.RouteValues, AttributeRouteInfo = page.AttributeRouteInfo, DisplayName = page.DisplayName,
        };
    }
}
