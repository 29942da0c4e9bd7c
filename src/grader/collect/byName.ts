/** The order of names as people see it: 10 comes after 9. */
export const byName: Intl.Collator = new Intl.Collator("en", { numeric: true });
