// A module of its own, for pages and other markup: src/extractors/html/markup.ts runs it.
export { addElement } from "./elements";
export {
  ATTRIBUTES as attributesAt,
  ELEMENTS as elementsAt,
  EVENTS as eventsAt,
  SLICE as sliceAt,
  TOKEN as tokenAt,
} from "./memory";
export { placeLanguage, placeSlice } from "./memory";
export { countEvents } from "./told";
export { begin, goOn, place, run } from "./document";
export { publishedSigns } from "./published";
