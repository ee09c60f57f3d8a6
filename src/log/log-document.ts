import { logTexts } from "../extractors/log-texts.ts";
import type { Bytes } from "../model/bytes.ts";
import type { Document } from "../model/document.ts";
import type { Segment } from "../model/segment.ts";
import { isJournal } from "./journal.ts";
import { journalTexts } from "./journal-texts.ts";
import { classesOfLogs } from "./log-gate.ts";
import { placesInLog } from "./log-places.ts";

/** What a log is searched for, and by whom it is read: by the readers by which it is masked. */
export const asLog: Required<Pick<Document, "classes" | "hidden" | "places">> = {
  classes: classesOfLogs,
  hidden: hiddenInLog,
  places: placesInLog,
};

function* hiddenInLog(whole: Bytes): Generator<Segment> {
  yield* isJournal(whole.subarray(0, 32)) === true ? journalTexts(whole) : logTexts(whole);
}
