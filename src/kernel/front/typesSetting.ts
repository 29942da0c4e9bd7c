import { readFile } from "node:fs/promises";

/** Whether cells with errors of types run: "warn" says yes, everything else no. */
export type TypesSetting = "error" | "warn";

/**
 * What a notebook's metadata says under `initlab.types`. Kernels are not told a notebook's metadata; Jupyter's
 * servers name its file in `JPY_SESSION_NAME`.
 */
export async function typesSetting(notebook: string | undefined): Promise<TypesSetting> {
  if (notebook === undefined || !notebook.endsWith(".ipynb")) return "error";
  try {
    const { metadata } = JSON.parse(await readFile(notebook, "utf8")) as {
      readonly metadata?: { readonly initlab?: { readonly types?: unknown } };
    };
    return metadata?.initlab?.types === "warn" ? "warn" : "error";
  } catch {
    return "error";
  }
}
