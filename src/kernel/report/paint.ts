/** Colours of a traceback, as every Jupyter client shows them. */
export const paint = {
  red: (text: string): string => `\u001b[31m${text}\u001b[39m`,
  bold: (text: string): string => `\u001b[1m${text}\u001b[22m`,
  faint: (text: string): string => `\u001b[2m${text}\u001b[22m`,
};
