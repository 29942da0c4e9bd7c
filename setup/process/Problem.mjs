// @ts-check

/** Something that the person at the keyboard can put right: the message says what and how, and no stack is shown. */
export class Problem extends Error {
  /**
   * @param {string} message
   * @param {number} [exitCode] 1: it did not work; 2: the command was not understood; 130: it was stopped
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.name = "Problem";
    this.exitCode = exitCode;
  }
}
