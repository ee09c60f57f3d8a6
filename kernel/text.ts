// A module of its own, for an engine that looks for words, and for shapes as well.
export { placeBeginnings, placeFilter, placeHashes } from "./filter";
export { placeFolds } from "./folds";
export { findMarked } from "./marked";
export { RECORDS as tablesAt, RESULTS as resultsAt, place, results } from "./memory";
export { findShapes } from "./shapes";
export { wantShapes } from "./wanted";
export { findWords } from "./words";
