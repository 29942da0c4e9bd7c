import { codeStub, textStub } from "./stubs.js";

/**
 * The file nbgrader_config.py of a course whose assignments are released by `initlab release`, or by nbgrader itself: both
 * make the same notebook then.
 *
 * Source: nbgrader 0.9.5, https://nbgrader.readthedocs.io/en/stable/configuration/config_options.html
 */
export function nbgraderConfig(): string {
  return `# nbgrader's configuration for TypeScript notebooks, written by \`npx --no initlab nbgrader-config\`.
#
# How to use it (tested with nbgrader 0.9.5):
#
# 1. Keep this file in the course's folder, and run nbgrader there.
# 2. Activate the Python environment that nbgrader is in: its programs have to be on the PATH, because nbgrader
#    starts one of them, alembic, by its name.
# 3. Install the kernel there, under the name that the notebooks have for it:
#        npx --no initlab kernel install --sys-prefix --name tslab
#    Packages that a notebook imports are looked for from its folder upwards; init_utils and public_tests need not be
#    there, the kernel brings its own.
# 4. Copy the instructor's notebook to source/Initialization/Initialization.ipynb. Then:
#        nbgrader generate_assignment Initialization
#        nbgrader autograde Initialization
#        nbgrader generate_feedback Initialization

c = get_config()
# c.CourseDirectory.course_id = "deep-learning"

# nbgrader knows stubs for Python, R and a few others. A notebook's language is that of its kernelspec.
c.ClearSolutions.code_stub = {"typescript": ${python(codeStub)}}
c.ClearSolutions.text_stub = ${python(textStub)}

# These are nbgrader's defaults. initlab knows no others, so a change here would let solutions through.
${markers.map(([setting, words]) => `c.${setting} = ${python(words)}`).join("\n")}

# Seconds. The usual 30 for a cell are short for training on a machine that does something else besides.
c.Execute.timeout = 120
c.Execute.startup_timeout = 120
c.Execute.iopub_timeout = 30
`;
}

/** The spelling is nbgrader's. */
const markers: readonly (readonly [setting: string, words: string])[] = [
  ["ClearSolutions.begin_solution_delimeter", "BEGIN SOLUTION"],
  ["ClearSolutions.end_solution_delimeter", "END SOLUTION"],
  ["ClearHiddenTests.begin_test_delimeter", "BEGIN HIDDEN TESTS"],
  ["ClearHiddenTests.end_test_delimeter", "END HIDDEN TESTS"],
  ["ClearMarkScheme.begin_mark_scheme_delimeter", "BEGIN MARK SCHEME"],
  ["ClearMarkScheme.end_mark_scheme_delimeter", "END MARK SCHEME"],
];

/** A text as Python reads it, which for these is as JSON has it. */
function python(text: string): string {
  return JSON.stringify(text);
}
