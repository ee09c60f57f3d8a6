// A module of its own, for an engine that looks for the words of a list.
export { placeBeginnings, placeFilter, placeHashes } from "./filter";
export { placeFolds } from "./folds";
export { findForeign } from "./foreign";
export { findMarked } from "./marked";
export { RECORDS as tablesAt, RESULTS as resultsAt, place, results } from "./memory";
export { findWords } from "./words";
