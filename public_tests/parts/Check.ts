/** What one check of a checker found. */
export type Check = PassedCheck | FailedCheck;

export interface PassedCheck {
  /** What was looked at: "the shape of W1". */
  readonly name: string;
  readonly passed: true;
}

export interface FailedCheck {
  readonly name: string;
  readonly passed: false;
  readonly expected: string;
  readonly seen: string;
}

export function passed(name: string): PassedCheck {
  return { name, passed: true };
}

export function failed(name: string, expected: string, seen: string): FailedCheck {
  return { name, passed: false, expected, seen };
}
