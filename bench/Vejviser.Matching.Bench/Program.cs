using Vejviser.Matching.Bench.Doctors;

foreach (var figure in DoctorsBench.Run(20_000, 2_400, 30, 2000, 1))
    Console.WriteLine($"{figure.Name,-60} {figure.Value} {(figure.IsReached is null ? "" : $" goal {figure.Goal}: {(figure.IsReached.Value ? "reached" : "MISSED")}")}");
