/**
 * The look of a traceback. Red is for marks alone, and never bold: on the red ground of JupyterLab's errors, red words are
 * hard to read, in one of its themes or the other.
 */
export const paint = {
  red: (text: string): string => `\u001b[31m${text}\u001b[39m`,
  bold: (text: string): string => `\u001b[1m${text}\u001b[22m`,
  faint: (text: string): string => `\u001b[2m${text}\u001b[22m`,
};
