// A module of its own, for an engine that looks for shapes and for no words: what a hook starts with.
export { RECORDS as tablesAt, RESULTS as resultsAt, place, results } from "./memory";
export { findShapes } from "./shapes";
export { wantShapes } from "./wanted";
