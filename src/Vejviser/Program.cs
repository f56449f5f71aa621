using System.CommandLine;
using Vejviser.Cli.Commands;

var root = new RootCommand("Vejviser: reception and integration, from the asylum centre to an own life.") { ServeCommand.Build(), DemoCommand.Build(), DatabaseCommands.Build(), BackupCommands.BuildBackup(), BackupCommands.BuildRestore() };
return await root.Parse(args).InvokeAsync();
