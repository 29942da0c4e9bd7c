/**
 * What stands in a released code cell in place of the solution. nbgrader's configuration names the same text.
 *
 * It is one text for all exercises, so it says where to write by the comments around it; the error shows the function.
 */
export const codeStub =
  'throw new Error("This exercise is not done yet: in its cell, between YOUR CODE STARTS HERE and YOUR CODE ENDS HERE, replace this line with yours.");';

/** How the stub's error begins: by it one tells that an exercise is untouched. */
export const stubMessage = "This exercise is not done yet";

/** What stands in a released text cell in place of the solution. */
export const textStub = "Write your answer here, in place of this line.";
