import { readFileSync } from "node:fs";
import { type Json, protocolVersion } from "../protocol/Message.js";

/** The content of `kernel_info_reply`, with the versions that are really there. */
export function kernelInfo(): Json {
  const { version } = readJson("../../../package.json");
  const typescript = readJson("../../../node_modules/typescript/package.json").version;
  return {
    status: "ok",
    protocol_version: protocolVersion,
    implementation: "initlab",
    implementation_version: version,
    language_info: {
      name: "typescript",
      version: typescript,
      mimetype: "text/typescript",
      file_extension: ".ts",
      pygments_lexer: "typescript",
      codemirror_mode: { mode: "typescript", name: "javascript", typescript: true },
      nbconvert_exporter: "script",
    },
    banner: `initlab ${version}: TypeScript ${typescript} on Node.js ${process.versions.node}`,
    debugger: false,
    supported_features: [],
    help_links: [
      { text: "TypeScript", url: "https://www.typescriptlang.org/docs/" },
      { text: "Node.js", url: "https://nodejs.org/api/" },
    ],
  };
}

function readJson(path: string): { readonly version: string } {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")) as { version: string };
}
