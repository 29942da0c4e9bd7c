/** A file on the disk or in an archive, by its place below the folder or archive that was named. */
export interface FoundFile {
  /** Folders, then the name. */
  readonly segments: readonly string[];
  /** The whole path, for people. Printable. */
  readonly path: string;
  readonly modified?: number;
  /** On the disk: where. */
  readonly onDisk?: string;
  /** How many archives it lies in. */
  readonly depth: number;
  read(): AsyncIterable<Uint8Array>;
}

/** Told of what was left aside, in printable sentences. */
export type Tell = (message: string) => void;
