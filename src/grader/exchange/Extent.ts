/** How much there is to a value for somebody who walks through all of it, and does not notice where they were before. */
export interface Extent {
  /** The values in it, each as often as ways lead there. */
  readonly size: number;
  /** Whether something in it holds itself: then the walk never ends. */
  readonly isCyclic: boolean;
}
