/**
 * Both observers serve all plots of a page, and hold none of them: a plot that nobody else holds is gone.
 */
const onVisibility = new WeakMap<Element, (isVisible: boolean) => void>();
const onSize = new WeakMap<Element, () => void>();

const visibility = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) onVisibility.get(target)?.(isIntersecting);
});

const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) onSize.get(target)?.();
});

/** Calls back when an element comes to the screen and when it leaves it, also when it leaves the page. */
export function watchVisibility(element: Element, changed: (isVisible: boolean) => void): void {
  onVisibility.set(element, changed);
  visibility.observe(element);
}

/** Calls back when an element's size changes. */
export function watchSize(element: Element, changed: () => void): void {
  onSize.set(element, changed);
  sizes.observe(element);
}

/** Calls once the page has nothing better to do, two seconds from now at the latest. */
export function whenIdle(call: () => void): void {
  // Safari does not have it.
  if ("requestIdleCallback" in window) requestIdleCallback(call, { timeout: 2000 });
  else setTimeout(call);
}
