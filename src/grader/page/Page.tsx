import { createHash } from "node:crypto";
import type { Child, JSX } from "preact";
import { stylesheet } from "./stylesheet.js";

export interface PageProps {
  /** The browser's title. */
  readonly title: string;
  /** Rules that only this page needs, after the shared ones. */
  readonly styles?: string;
  readonly children: Child;
}

/**
 * The frame of every page that the grader writes: no requests, no scripts, nothing but the one stylesheet in it. The
 * browser is told so as well: should a student's text ever come through as markup, it still could not do anything.
 */
export function Page({ title, styles = "", children }: PageProps): JSX.Element {
  const rules = stylesheet + styles;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policyFor(rules)} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: rules }} />
      </head>
      <body>{children}</body>
    </html>
  );
}

/** Nothing loads, runs or is sent; the stylesheet is let in by its hash. */
function policyFor(rules: string): string {
  const hash = createHash("sha256").update(rules).digest("base64");
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}
