export { installKernelspec } from "./installKernelspec.js";
export { KernelspecError } from "./KernelspecError.js";
export { kernelspecsFolder, type Place } from "./kernelspecsFolder.js";
export { uninstallKernelspec } from "./uninstallKernelspec.js";
