using Microsoft.AspNetCore.Builder;

namespace Vejviser.Web.Hosting;

/// <summary>Nothing is loaded from another host, and no script runs that the page did not name by nonce (ADR 0014).</summary>
internal static class SecurityHeaders
{
    public static HeaderPolicyCollection Policy { get; } = new HeaderPolicyCollection()
        .AddFrameOptionsDeny()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicySameOrigin()
        .AddCrossOriginOpenerPolicy(b => b.SameOrigin())
        .AddCrossOriginResourcePolicy(b => b.SameOrigin())
        .AddPermissionsPolicy(p =>
        {
            p.AddDefaultSecureDirectives();
            p.AddPublickeyCredentialsGet().Self();
            p.AddCustomFeature("publickey-credentials-create", "self");
        })
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().Self();
            csp.AddObjectSrc().None();
            csp.AddBaseUri().Self();
            csp.AddFrameAncestors().None();
            csp.AddFormAction().Self();
            csp.AddImgSrc().Self().Data();
            csp.AddScriptSrc().Self().WithNonce();
            csp.AddStyleSrc().Self().WithNonce();
        })
        .RemoveServerHeader();
}
