Console.WriteLine("Loa benchmarks");
