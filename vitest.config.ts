import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Workspace packages resolve to their TypeScript source, so unit tests need no build. Nothing more here: Node gets these
 * as --conditions, and with "import" among them a CommonJS package would require the ESM form of another.
 */
const conditions = ["source", "node"];

const common = {
  resolve: { conditions },
  ssr: { resolve: { conditions } },
};

/** What a test waits for comes when the machine gets to it: a second, which is Vitest's own patience, a busy one may be away. */
const patient = { poll: { timeout: 20_000 } };

/**
 * Files that take half a minute or more on two cores, longest first; each round runs its own of them. Vitest knows how
 * long files took the last time, which a fresh clone does not: there it goes by their size, and a long one that begins
 * last has a core to itself.
 */
const longest = [
  "packages/e2e/src/operations.e2e.test.ts",
  "packages/e2e/src/poller.e2e.test.ts",
  "packages/e2e/src/enrollment.e2e.test.ts",
  "packages/e2e/src/faults.e2e.test.ts",
  "packages/e2e/src/lossless.e2e.test.ts",
  "packages/e2e/src/completeness.e2e.test.ts",
  "packages/e2e/src/control-plane.e2e.test.ts",
  "packages/e2e/src/restore.e2e.test.ts",
  "packages/e2e/src/configuration.e2e.test.ts",
  "packages/e2e/src/two-nodes.e2e.test.ts",
  "packages/e2e/src/lifecycle.e2e.test.ts",
  "packages/cli/src/commands/rebuild-history.int.test.ts",
  "services/collector/src/service.int.test.ts",
  "services/ingester/src/integrity/gaps.int.test.ts",
  "services/api/src/two-replicas.int.test.ts",
  "services/api/src/authorization/permissions.int.test.ts",
  "packages/cli/src/commands/backup.int.test.ts",
  "services/ingester/src/ingester.int.test.ts",
  "services/ingester/src/integrity/gaps-made-up.int.test.ts",
  "packages/embedded-stack/src/launch/run-product.int.test.ts",
  "services/ingester/src/logs.int.test.ts",
  "packages/cli/src/commands/repair-parts.int.test.ts",
  "services/collector/src/logs/rotation.int.test.ts",
  "services/ingester/src/outages.int.test.ts",
  "services/ingester/src/integrity/rollups.int.test.ts",
  "services/collector/src/commands.int.test.ts",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const index = longest.findIndex((path) => moduleId.endsWith(path));
      return index === -1 ? longest.length : index;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // Tests of processes wait more than they compute: twice the cores of a small machine.
    maxWorkers: 4,
    projects: [
      {
        ...common,
        test: {
          name: "unit",
          expect: patient,
          // Pure code leaves nothing behind, and loading it anew for each file costs more than its tests.
          isolate: false,
          // Property tests take their time on a busy machine.
          testTimeout: 30_000,
          include: ["{packages,services}/*/src/**/*.test.ts", "scripts/**/*.test.ts"],
          exclude: ["**/*.int.test.ts", "**/*.e2e.test.ts", "**/node_modules/**", "packages/e2e/**"],
        },
      },
      {
        ...common,
        test: {
          // The files that an installation gets, which some of these tests hold against the built services.
          name: "delivery",
          expect: patient,
          isolate: false,
          testTimeout: 30_000,
          include: ["packages/e2e/src/**/*.test.ts"],
          exclude: ["**/*.int.test.ts", "**/*.e2e.test.ts", "**/node_modules/**"],
        },
      },
      {
        ...common,
        test: {
          name: "integration",
          expect: patient,
          // No file replaces modules or keeps state in one; loading clients and packages anew costs a second a file.
          isolate: false,
          include: ["{packages,services}/*/src/**/*.int.test.ts"],
          globalSetup: ["packages/embedded-stack/src/testing/global-setup.ts"],
          testTimeout: 90_000,
          hookTimeout: 120_000,
          // A busy machine may starve a server for longer than a test waits; `npm test` names each that needed it.
          retry: 1,
        },
      },
      {
        ...common,
        test: {
          name: "e2e",
          expect: patient,
          include: ["packages/e2e/src/**/*.e2e.test.ts"],
          globalSetup: ["packages/e2e/src/global-setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          retry: 1,
        },
      },
    ],
  },
});
