/*
 * What host and guest send each other: the length of what follows (4 bytes, little endian), a kind (1 byte), the
 * question's number (16 bytes, drawn at random: only who was asked knows it), a body.
 */

/** The fifth byte of what the host sends. */
export const questions = {
  /** The program that the guest becomes: text. */
  bundle: 0,
  /** JSON of Setup. */
  setup: 1,
  /** JSON of Cell. */
  run: 2,
  /** The length of a name (2 bytes, little endian), the name, encoded arguments. */
  call: 3,
  /** A name. */
  read: 4,
} as const;

/** The fifth byte of what the guest sends. */
export const answers = {
  /** With or without an encoded value. */
  done: 0,
  /** An encoded error, or the graph of a call. */
  threw: 1,
  /** The submission has printed more than it may; nothing follows. */
  flooded: 2,
} as const;

/** Kind and number, the part of a frame before its body. */
export const headLength = 17;
/** An encoded value has at most 1 MiB. */
export const mostAnswerBytes = headLength + 2 ** 20 + 2 ** 16;

export interface Setup {
  readonly imports: readonly string[];
  readonly seed: string;
  readonly clock: number;
  readonly outputBytes: number;
}

/** What a name must look like to be asked for: it becomes a piece of a script. */
export const identifier: RegExp = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;
