/** The lines of the text between markers: where a solution or hidden tests stand, from 1, markers not included. */
export function regionLines(source: string, name: "SOLUTION" | "HIDDEN TESTS" | "MARK SCHEME"): number[] {
  let inside = false;
  return source.split("\n").flatMap((text, index) => {
    if (text.includes(`BEGIN ${name}`) || text.includes(`END ${name}`)) {
      inside = text.includes(`BEGIN ${name}`);
      return [];
    }
    return inside ? [index + 1] : [];
  });
}
