/** One configuration for pure, server and browser tests: servers start only when a test file asks for one. */
const swc = {
  jsc: {
    target: "es2023",
    parser: { syntax: "typescript", tsx: true },
    transform: { react: { runtime: "automatic" }, verbatimModuleSyntax: true },
  },
  sourceMaps: "inline",
};

/** @type {import("jest").Config} */
export default {
  testEnvironment: "<rootDir>/test/support/environment.mjs",
  testMatch: ["<rootDir>/**/*.test.ts", "<rootDir>/**/*.test.tsx"],
  testPathIgnorePatterns: ["/node_modules/", "/build/", "/\\.data/"],
  modulePathIgnorePatterns: ["<rootDir>/build/", "<rootDir>/\\.data/"],
  extensionsToTreatAsEsm: [".ts", ".tsx"],
  transform: {
    "\\.ts$": ["@swc/jest", { ...swc, jsc: { ...swc.jsc, parser: { syntax: "typescript" } } }],
    "\\.tsx$": ["@swc/jest", swc],
  },
  moduleNameMapper: { "\\.(css|svg|png|woff2)$": "<rootDir>/test/support/empty-module.js" },
  globalSetup: "<rootDir>/test/support/global-setup.mjs",
  globalTeardown: "<rootDir>/test/support/global-teardown.mjs",
  testTimeout: 30_000,
  maxWorkers: 2,
  workerIdleMemoryLimit: "1500MB",
};
