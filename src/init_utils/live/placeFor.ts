/** Puts a box around a picture, in which the live plot can take its place; keyboards reach it. */
export function placeFor(picture: HTMLImageElement, width: number): HTMLElement {
  const place = document.createElement("div");
  place.tabIndex = 0;
  // JupyterLab's commands would take the keys that move a plot.
  place.dataset.lmSuppressShortcuts = "true";
  Object.assign(place.style, {
    position: "relative",
    width: `${width}px`,
    maxWidth: "100%",
    overflow: "hidden",
    // Within, or the focus ring would be cut off.
    outlineOffset: "-3px",
    // Pictures and plots are bright on dark pages, too.
    colorScheme: "light",
  });
  picture.style.display = "block";
  picture.replaceWith(place);
  place.append(picture);
  return place;
}
