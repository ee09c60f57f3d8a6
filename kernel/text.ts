// A module of its own: hooks need none of it, and start without it.
export { placeFilter } from "./filter";
export { RECORDS as tablesAt, RESULTS as resultsAt, place, results } from "./memory";
export { findShapes } from "./shapes";
export { placeFolds } from "./spell";
export { wantShapes } from "./wanted";
export { findWords } from "./words";
