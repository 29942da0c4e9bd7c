/** What stands in a released code cell in place of the solution. nbgrader's configuration names the same text. */
export const codeStub =
  'throw new Error("This exercise is not done yet: write your two lines here, in place of this one.");';

/** What stands in a released text cell in place of the solution. */
export const textStub = "Write your answer here, in place of this line.";
