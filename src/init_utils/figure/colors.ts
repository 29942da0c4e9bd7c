/** The colours of everything but the data, in pictures and in live plots. */
export const colors = {
  paper: "#ffffff",
  text: "#222222",
  axis: "#555555",
  grid: "#e4e4e4",
  note: "#b00020",
} as const;
