// A module of its own, for an engine that looks for shapes or words.
export { placeFilter } from "./filter";
export { RECORDS as tablesAt, RESULTS as resultsAt, place, results } from "./memory";
export { findShapes } from "./shapes";
export { placeFolds } from "./spell";
export { wantShapes } from "./wanted";
export { findWords } from "./words";
