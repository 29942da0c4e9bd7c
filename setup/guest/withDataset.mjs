// @ts-check
import { importSource } from "./importSource.mjs";

/**
 * The assignment's data is the same for everybody, and to draw it takes a guest longer than a submission's own code:
 * the guest gets it as numbers.
 *
 * @param {string} root
 * @returns {import("esbuild").Plugin}
 */
export function withDataset(root) {
  return {
    name: "with-dataset",
    setup(build) {
      build.onLoad({ filter: /[\\/]init_utils[\\/]data[\\/]dataset\.ts$/ }, async () => {
        const { dataset } = await importSource(root, "src/init_utils/data/dataset.ts");
        const parts = Object.entries(dataset()).map(([name, tensor]) => {
          const type = tensor.dtype === "int32" ? `, "int32"` : "";
          return `${name}: tensor2d([${[...tensor.dataSync()]}], [${tensor.shape}]${type})`;
        });
        const contents = `import { tensor2d } from "../tf/index.js";
export const dataset = () => ({ ${parts.join(", ")} });`;
        return { contents, loader: "ts" };
      });
    },
  };
}
