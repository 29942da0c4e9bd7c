// @ts-check
// Runs in whatever Node.js there is: no syntax here that is newer than ES modules themselves.

/**
 * Says what is wrong with a version of Node.js, or null when it will do.
 * The notebook's packages are ES modules which the kernel loads with `require`: that works from 20.19 and 22.12 on.
 *
 * @param {string} version as `process.versions.node` has it: "20.19.0"
 * @returns {string | null}
 */
export function checkNode(version) {
  const parts = version.split(".").map(Number);
  const major = parts[0] || 0;
  const minor = parts[1] || 0;
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (fits) return null;
  return (
    "Node.js 20.19 or newer is needed (of 22: 22.12 or newer), and this is Node.js " +
    version +
    ".\nInstall a current one from https://nodejs.org or with your version manager, then run the command again."
  );
}
