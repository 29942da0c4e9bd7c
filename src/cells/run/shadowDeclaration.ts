/**
 * The script that makes a name of the engine's a variable of the student's. It starts as what it was, because the
 * engine's modules see it too: a cell that throws before it gives the name a value must not take it from them.
 *
 * @example
 * shadowDeclaration("performance"); // let performance = this.performance;
 */
export function shadowDeclaration(name: string): string {
  return `let ${name} = this.${name};`;
}
