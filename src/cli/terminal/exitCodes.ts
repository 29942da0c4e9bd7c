/** What the shell gets. `attention`: it went well, and a person has to look at something. */
export const exitCodes = { done: 0, attention: 1, wrongUse: 2, ourFault: 3 } as const;
