import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** They measure time, or keep all cores busy by themselves: one after the other, when all others have ended. */
const alone = [
  "test/bench/**/*.test.ts",
  "test/cells/speed.test.ts",
  "test/jupyterlab/kernel.test.ts",
  "test/kernel/{lifetime,start}.test.ts",
  "test/kernel/cells/{execution,interrupts}.test.ts",
  "test/kernel/messages/{FrameReader,protocol}.test.ts",
  "test/nodes/**/*.test.ts",
  // Stock tslab loses its way when it gets too little of a processor.
  "test/notebooks/*.test.ts",
  "test/public_tests/mistakes.test.ts",
];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: "together",
          // Not as `exclude`, which would replace the one of the command line.
          include: ["test/**/*.test.ts", ...alone.map((pattern) => `!${pattern}`)],
          // Much of the time is waiting for other processes, so two are better than one on two cores, too.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: "alone", include: alone, fileParallelism: false, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
