// @ts-check

/**
 * Puts a text between the markers `<!-- name -->` and `<!-- /name -->` of a Markdown text, which stay. Without them the
 * text stays as it is.
 *
 * @param {string} text
 * @param {string} name
 * @param {string} between
 * @returns {string}
 */
export function replaceBetween(text, name, between) {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) return text;
  return `${text.slice(0, from + start.length)}\n${between}\n${text.slice(to)}`;
}
