using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Transition.Allocations;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Transition;

/// <summary>Puts in an allocation file: what it must look like, a sample, and the files of late.</summary>
public sealed class ImportModel(UploadAllocations upload, ImportSettings settings) : VejviserPage
{
    private const int RecentFiles = 20;

    public IReadOnlyList<RecentUpload> Recent { get; private set; } = [];

    public ImportSettings Settings => settings;

    public async Task OnGetAsync()
    {
        AddCrumb(Text["nav.import"]);
        Recent = await Db.AllocationUploads.AsNoTracking().OrderByDescending(u => u.UploadedAt).Take(RecentFiles)
            .Select(u => new RecentUpload(u.Id, u.FileName, u.UploadedAt, Db.Users.Where(a => a.Id == u.UploadedBy).Select(a => a.DisplayName).FirstOrDefault() ?? "", u.State))
            .ToListAsync(Cancel);
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file)
    {
        var result = file is null ? Failure.Of("import.no-file") : await KeepAsync(file);
        if (result.IsSuccess)
            return RedirectToPage("/Chapters/Transition/Upload", new { id = result.Value });
        ModelState.AddModelError("file", Text[result.Failure]);
        await OnGetAsync();
        return Page();
    }

    /// <summary>A file with the right header and two invented households, to fill in.</summary>
    public async Task<IActionResult> OnGetSampleAsync(ExportFormat format)
    {
        var rows = AllocationFile.Read(await System.IO.File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "reference", "allocations-2026.csv"), Cancel), settings).Value;
        var columns = AllocationColumns.All.Select(c => new ExportColumn<AllocationRow>(c, row => row[c])).ToList();
        var content = await TableExport.WriteAsync(format, "allocations", columns, rows.Take(6), Cancel);
        return File(content, TableExport.ContentType(format), TableExport.FileName("allocations-sample", format));
    }

    private async Task<Result<Guid>> KeepAsync(IFormFile file)
    {
        if (file.Length > settings.MaxBytes)
            return Failure.Of("import.too-large", ("megabytes", settings.MaxBytes / (1024 * 1024)));
        await using var content = new MemoryStream();
        await file.CopyToAsync(content, Cancel);
        return await upload.RunAsync(new UploadAllocationsInput(file.FileName, content.ToArray()), Audit("import.upload-allocations"), Cancel);
    }
}

public sealed record RecentUpload(Guid Id, string FileName, DateTime At, string By, UploadState State);
