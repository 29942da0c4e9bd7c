/**
 * What a script expects to find on globalThis; whoever runs scripts installs both.
 *
 * - `__import(specifier, names)`: the module of an import declaration, loaded before the script runs or at once.
 *   Without names the module's namespace, with names an object that has them (`pickImports` makes it).
 * - `__load(specifier, options)`: stands for `import(…)`, and takes and returns the same. It is as long as the
 *   keyword, so columns stay.
 *
 * Both resolve specifiers from the notebook's folder.
 */
export const helperNames = { import: "__import", load: "__load" } as const;
