/** `npm run simulate`: a described file through the real workflow with skipped time. */
await import("../test/simulate/main.ts");
