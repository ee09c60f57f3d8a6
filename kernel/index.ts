export { findEncodings } from "./encodings";
export { build } from "./literal-table";
export { find, findInName } from "./literals";
export { BEGINNINGS as beginningsAt, CLASSES as tableAt, RESULTS as resultsAt, place, results } from "./memory";
export { findShapes } from "./shapes";
export { wantShapes } from "./wanted";
