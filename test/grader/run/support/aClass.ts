import { releasedNotebook } from "../../../clients/support/solvedNotebook.ts";
import type { GradeFolder } from "../../support/gradeNotebooks.js";
import { handIn, handInSolved, solutionOf, withExtraCell } from "../../support/students.js";

/** Hands in so many submissions, no two alike: solved, half solved, empty, broken, and some that throw. */
export function handInClass(folder: GradeFolder, size: number): void {
  for (let index = 0; index < size; index++) {
    folder.submit(`student ${String(index).padStart(3, "0")}`, submissionOf(index));
  }
}

function submissionOf(index: number) {
  const own = `// ${index}`;
  switch (index % 6) {
    case 0:
      return handIn({ zeros: `${solutionOf("zeros")}${own}` });
    case 1:
      return index % 4 === 1 ? `{ "cells": [], ${own}` : withExtraCell(releasedNotebook, "model", own);
    case 2:
      return withExtraCell(handInSolved(), "model", `throw new Error("${index}");`);
    default:
      return handInSolved({ he: `${solutionOf("he")}${own}` });
  }
}
