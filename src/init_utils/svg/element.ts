export type Attributes = Readonly<Record<string, string | number>>;

/** One XML element. Attribute values are escaped here; the content is XML already (text: `escapeXml`). */
export function element(name: string, attributes: Attributes, content = ""): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? px(value) : escapeXml(value)}"`)
    .join("");
  return content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** Text as XML and HTML take it, in content and in attributes; what XML forbids becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replace(forbidden, "\uFFFD")
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Everything but the characters of XML 1.0: https://www.w3.org/TR/xml/#charsets */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A length in pixels to 1/100, which is below what can be seen at 400%. */
export function px(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}
