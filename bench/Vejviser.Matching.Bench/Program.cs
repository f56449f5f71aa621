using System.CommandLine;

return await new RootCommand("The matching kernel beside its peers, every answer checked by an independent checker.").Parse(args).InvokeAsync();
