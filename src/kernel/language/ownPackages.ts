/** Packages that the kernel brings along for notebooks in folders where they are not installed. */
export const ownPackages: readonly string[] = ["init_utils", "public_tests", "tslab"];
