/** `npm run bench`: the benchmarks of `test/bench`. Speeds are ratios of one run; nothing here passes or fails. */
await import("../test/bench/main.ts");
