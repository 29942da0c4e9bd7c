// @ts-check

/**
 * What every measurement gets: the project's folder, a Python with the test packages, a folder that goes away afterwards,
 * and how thorough to be.
 *
 * @typedef {{ root: string, python: string, folder: string, rounds: number, iterations: number, say(line: string): void }} Options
 *
 * What came of it: figures for bench/results, lines for the terminal, and the table between the README's markers
 * `<!-- bench:NAME -->`, where the subject has one.
 *
 * @typedef {{ figures: object, lines: string[], table?: string }} Measured
 *
 * Something to measure, by its name on the command line.
 *
 * @typedef {{ name: string, about: string, measure(options: Options): Promise<Measured> }} Subject
 */

export {};
