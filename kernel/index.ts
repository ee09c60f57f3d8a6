export { findBase64 } from "./base64";
export { findEscapes } from "./escapes";
export { build } from "./literal-table";
export { find, findInName } from "./literals";
export { findWide } from "./wide";
export { place, results } from "./memory";
