/**
 * One .ipynb file in memory, in Jupyter's notebook format 4: every text is one string, however the file splits
 * it. Keys that are not named here are kept as they were read.
 *
 * Source: https://nbformat.readthedocs.io/en/latest/format_description.html
 */
export interface Notebook {
  readonly cells: readonly Cell[];
  readonly metadata: Metadata;
  readonly nbformat: 4;
  readonly nbformat_minor: number;
  readonly [key: string]: unknown;
}

export type Cell = CodeCell | TextCell;

export interface CodeCell extends CellParts {
  readonly cell_type: "code";
  readonly execution_count: number | null;
  readonly outputs: readonly Output[];
}

export interface TextCell extends CellParts {
  readonly cell_type: "markdown" | "raw";
}

interface CellParts {
  /** Names the cell within its notebook; files older than format 4.5 have none. */
  readonly id?: string;
  readonly metadata: Metadata;
  readonly source: string;
  readonly attachments?: Readonly<Record<string, MimeBundle>>;
  readonly [key: string]: unknown;
}

export interface Output {
  readonly output_type: string;
  /** What a `stream` output printed. */
  readonly text?: string;
  /** What a `display_data` or `execute_result` output shows, by MIME type. */
  readonly data?: MimeBundle;
  readonly [key: string]: unknown;
}

export type MimeBundle = Readonly<Record<string, unknown>>;

export type Metadata = Readonly<Record<string, unknown>>;
