export { findBase64 } from "./base64";
export { findEscapes } from "./escapes";
export { build } from "./literal-table";
export { find, findInName } from "./literals";
export { findWide } from "./wide";
export { findWords } from "./words";
export { placeFilter } from "./filter";
export { placeFolds } from "./spell";
export { place, results } from "./memory";
