/**
 * What pages use of Preact, as types of our own: its types would bring the names of a browser's page (`name`, `event`,
 * `close`) into all of the project as globals. tsconfig.json gives these for `preact` and `preact/jsx-runtime`.
 */
export type Child = string | number | boolean | null | undefined | VNode | readonly Child[];

export interface VNode {
  readonly type: unknown;
  readonly props: object;
  readonly key: unknown;
}

export declare const Fragment: (props: { readonly children?: Child }) => VNode;
export declare function jsx(type: unknown, props: object, key?: string): VNode;
export declare function jsxs(type: unknown, props: object, key?: string): VNode;

type Text = string | undefined;

/** What every element may have; no `style`, which the policy of `Page` forbids. */
interface Common {
  readonly children?: Child;
  readonly key?: string | number;
  readonly id?: Text;
  readonly class?: Text;
  readonly lang?: Text;
  readonly title?: Text;
  readonly role?: Text;
  readonly dir?: "auto" | "ltr" | "rtl";
  readonly tabIndex?: number;
  readonly translate?: "no";
  readonly dangerouslySetInnerHTML?: { readonly __html: string };
  readonly [data: `data-${string}`]: string | number | undefined;
  readonly [aria: `aria-${string}`]: string | number | boolean | undefined;
}

/** An element of a drawing: SVG has too many attributes to name them all. */
type Drawn = Common & { readonly [attribute: string]: unknown };

type PlainTag =
  | (
      | "html"
      | "head"
      | "title"
      | "style"
      | "body"
      | "header"
      | "main"
      | "footer"
      | "nav"
      | "section"
      | "article"
    )
  | (
      | "aside"
      | "h1"
      | "h2"
      | "h3"
      | "h4"
      | "p"
      | "div"
      | "span"
      | "ul"
      | "li"
      | "dl"
      | "dt"
      | "dd"
      | "pre"
      | "code"
    )
  | ("strong" | "em" | "small" | "mark" | "b" | "i" | "s" | "br" | "hr" | "figure" | "figcaption" | "summary")
  | (
      | "wbr"
      | "bdi"
      | "table"
      | "caption"
      | "thead"
      | "tbody"
      | "tfoot"
      | "tr"
      | "blockquote"
      | "samp"
      | "kbd"
      | "var"
      | "sub"
      | "sup"
    );

type DrawnTag =
  | "svg"
  | "g"
  | "path"
  | "rect"
  | "circle"
  | "line"
  | "polyline"
  | "polygon"
  | "text"
  | "tspan"
  | "use";

interface SpecialTags {
  readonly meta: Common & {
    readonly charset?: string;
    readonly name?: string;
    readonly content?: string;
    readonly "http-equiv"?: string;
  };
  readonly a: Common & { readonly href: string };
  readonly ol: Common & { readonly start?: number };
  readonly details: Common & { readonly open?: boolean };
  readonly th: Common & { readonly scope?: "col" | "row"; readonly colSpan?: number };
  readonly td: Common & { readonly colSpan?: number };
  readonly time: Common & { readonly datetime?: string };
  readonly col: Common & { readonly span?: number };
  readonly colgroup: Common;
  readonly meter: Common & { readonly value: number; readonly min?: number; readonly max?: number };
}

export declare namespace JSX {
  type Element = VNode;
  interface ElementChildrenAttribute {
    readonly children: unknown;
  }
  interface IntrinsicAttributes {
    readonly key?: string | number;
  }
  type IntrinsicElements = { readonly [tag in PlainTag]: Common } & {
    readonly [tag in DrawnTag]: Drawn;
  } & SpecialTags;
}
