export { type Answer, readAnswer } from "./answer/Answer.js";
export { callTarget, type Target } from "./answer/callTarget.js";
export { type Evidence, gatherEvidence, withStreams } from "./answer/Evidence.js";
export { readValue, type TensorData, type Value } from "./answer/Value.js";
export { findHint, type Hint, hints } from "./hints/findHint.js";
export { initialize_parameters_he_test } from "./initialize_parameters_he_test.js";
export { initialize_parameters_random_test } from "./initialize_parameters_random_test.js";
export { initialize_parameters_zeros_test } from "./initialize_parameters_zeros_test.js";
export { AssertionError, type Findings } from "./parts/AssertionError.js";
export { allClose } from "./parts/allClose.js";
export {
  type Category,
  type Check,
  type FailedCheck,
  failed,
  type PassedCheck,
  passed,
} from "./parts/Check.js";
export { checkCall } from "./parts/checkCall.js";
export { checkInitializer } from "./parts/checkInitializer.js";
export { checkOtherSizes } from "./parts/checkOtherSizes.js";
export { checkParameter, type Expected } from "./parts/checkParameter.js";
export { checkSecondCall } from "./parts/checkSecondCall.js";
export { type Remarks, report } from "./parts/report.js";
