import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const folder = import.meta.dirname;
const dist = join(folder, "../../../src/init_utils/dist");

describe("tf beside an ordinary TensorFlow.js in the same process", () => {
  test.each([[["init_utils", "@tensorflow/tfjs"]], [["@tensorflow/tfjs", "init_utils"]]])(
    "tf computes the same, writes nothing and leaves the other alone, imported in the order %j",
    (order) => {
      const output = execFileSync(process.execPath, [join(folder, "besideTensorflow.mjs"), ...order], {
        encoding: "utf8",
      });
      expect(JSON.parse(output)).toEqual({ problems: [], written: [] });
    },
  );
});

describe("dist/tf-core.js", () => {
  test("tf-core.js and tf around it need nothing that only Node has", () => {
    const script = `
      for (const name of ["process", "Buffer", "require", "global", "setImmediate", "navigator"]) delete globalThis[name];
      const tf = await import(${JSON.stringify(join(dist, "tf/index.js"))});
      const values = tf.grad((x) => tf.sum(tf.sigmoid(x)))(tf.tensor([0, 0])).dataSync();
      if (values.join() !== "0.25,0.25") throw new Error(String(values));`;
    const { status, stderr, stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      encoding: "utf8",
    });
    expect({ status, stderr, stdout }).toEqual({ status: 0, stderr: "", stdout: "" });
  });

  test("tf-core.js knows no single-precision arrays and imports nothing", () => {
    const text = readFileSync(join(dist, "tf-core.js"), "utf8");
    expect(text).not.toMatch(/new Float32Array|instanceof Float32Array/);
    expect(text).not.toMatch(/^import\b|\bfrom\s*"/m);
  });
});

describe("the declarations of init_utils", () => {
  test("no .d.ts refers to TensorFlow.js, whose types take the kernel most of a second", () => {
    const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".d.ts"),
    );
    expect(files.length).toBeGreaterThan(20);
    const guilty = files.filter((name) =>
      /@tensorflow\/|#tf-core/.test(readFileSync(join(dist, name), "utf8")),
    );
    expect(guilty).toEqual([]);
  });
});
