import { nodeFolder } from "./setupScript.js";

/**
 * `run_autograder`, which Gradescope runs for every submission. Whatever becomes of the grader, there is a results.json
 * afterwards: the student's results; or, where the grader itself failed, a sentence that is no JSON. Gradescope then
 * says that the autograder failed, and records that as such instead of a grade.
 *
 * Sources: https://gradescope-autograders.readthedocs.io/en/latest/troubleshooting/ (no valid JSON: a failure of the
 * autograder), https://gradescope-autograders.readthedocs.io/en/latest/best_practices/ (write results.json in any case).
 */
export function runScript(): string {
  return `#!/usr/bin/env bash
# Gradescope runs this for every submission, as root.
autograder=/autograder
results="$autograder/results/results.json"
mkdir -p "$autograder/results"
rm -f "$results"

# A submission has its own limits of time; this one is for the grader. Gradescope's own is 10 minutes.
cd "$autograder/source" &&
  timeout --kill-after=5 480 ${nodeFolder}/bin/node dist/grader/autograder/main.js < /dev/null
code=$?
if [ "$code" -eq 0 ] && [ -s "$results" ]; then exit 0; fi

case "$code" in
  124 | 137) reason="it took too long or too much memory (exit code $code)" ;;
  *) reason="exit code $code" ;;
esac
# On purpose no JSON: Gradescope tells a failure of the autograder from a grade by that.
echo "The autograder failed over this submission: $reason. That is not the student's fault, and no grade. Its output says more; run it again when that is put right." |
  tee "$results"
exit 1
`;
}
