import { KEY, canBegin, lookUpAscii } from "./filter";
import { beginningAt, limit, readUpTo } from "./folds";
import { LOWER_HALVES, joined, sets } from "./halves";
import { ROOM, clear, results, slice } from "./memory";
import { spell } from "./spell";

/**
 * Finds the words of a list in one pass whose speed hardly depends on how many there are: of most words the first four bytes
 * tell that they are none of them, and the hash of the others is looked up (`filter.ts`).
 *
 * A run is letters, digits and bytes from 0x80. Words begin and end at the edges of a run, and inside of it where small letters
 * meet a capital (`jane|Public`), where the last of several capitals begins a word (`HTML|Parser`), and between letters and
 * digits (`jane|42`). Two things are looked up: each word (`jane` in `janePublic`), and from its beginning the whole run
 * (`janepublic`, `McDonald`, `k8s`, `jAnE`). What else can stand first in a form of a term, such as joined names in both orders or
 * a name with an ending, is an entry of its own. In scripts without spaces every character begins a word of two characters.
 *
 * What is hashed is a word's key: the first sixteen bytes of its fold in UTF-8. For ASCII, folding is `| 0x20`: 64 bytes at once
 * become bits that tell where words begin, and sixteen bytes at once become a key. Only in runs with a byte from 0x80 characters
 * are folded one by one, with a table that src/engine/words.ts makes from the list's own fold: a page for each 64 code points up
 * to U+20000, with three bytes at most for each, or one of the kinds below. Bytes that are no UTF-8 are read as
 * Windows-1252.
 *
 * Emits where a word begins, and its hash; 0 where any word could stand, as a character's fold has no room in the table, or the
 * word does not end before `end` and the text goes on. Where the pass begins or goes on, it takes a run to begin, so that one
 * word more may be emitted there.
 */
/** So many bytes of 64 can begin a word: there is one before them, and seventeen behind tell everything about the last. */
const STEP: usize = 46;

/**
 * Looks at the words that begin from `from` to before `to`. The bytes end at `end`: 64 or more behind `to`, unless the text ends
 * there; `goesOn` has the bit 1 if other bytes stand before the slice, 2 if behind it. Returns from where to go on, as `find` does. Reads 80 bytes behind `end`.
 */
export function findWords(from: u32, to: u32, end: u32, goesOn: u32): u32 {
  clear();
  const first = slice + from;
  readUpTo(slice + end, goesOn);
  const stop = beginningAt(slice + to);
  for (let at = first; at < stop; at += STEP) {
    classify(at - 1);
    if (at == first) run &= ~1;
    const small = run & ~(capitals | digits | foreign);
    const letters = small | capitals;
    const runs = run & ~(run << 1);
    const camel = capitals & ((small << 1) | ((capitals << 1) & (small >>> 1)));
    const inner = camel | (digits & (letters << 1)) | (letters & (digits << 1));
    const gaps = ~run;
    const edges = gaps | runs | inner;
    const other = foreign;
    // What stands right before a byte from 0x80 may begin a word as well.
    let starts = runs | inner | (run & (other >>> 1));
    starts &= bitsUpTo(min(stop - at, STEP)) << 1;
    while (starts != 0) {
      const here = starts & -starts;
      const above = here ^ -here;
      const start = at - 1 + <usize>ctz(here);
      starts &= above;
      if (other != 0) {
        const gap = gaps & above;
        const untilGap = (gap & -gap) - here;
        if (other & untilGap) {
          const done = spell(start, first, stop);
          if (results > ROOM / 2) return <u32>(min(done, stop) - slice);
          if (done < at + STEP) starts &= ~bitsUpTo(done - at + 1);
          else {
            at = done - STEP;
            break;
          }
          continue;
        }
        if (!(here & (runs | inner))) continue;
      }
      if (!canBegin(start)) continue;
      const ends = edges & above;
      const length = <u32>(ctz(ends) - ctz(here));
      lookUpAscii(start, length);
      // The run, if the word does not end with it.
      if (runs & here && inner & ends & -ends && length < KEY) lookUpAscii(start, <u32>(ctz(gaps & above) - ctz(here)));
    }
    if (results > ROOM / 2) return <u32>(min(at + STEP, stop) - slice);
  }
  return to;
}

/** The lowest `count` bits; less than 64. */
function bitsUpTo(count: usize): u64 {
  return (1 << (<u64>count)) - 1;
}

// Of 64 bytes, a bit for each.
let run: u64 = 0;
let capitals: u64 = 0;
let digits: u64 = 0;
let foreign: u64 = 0;

/** For the lower halves of bytes, and for the upper ones: digits with 3, A to O with 4 and 6, P to Z with 5 and 7. */
const KINDS = memory.data<u8>([
  130, 131, 131, 131, 131, 131, 131, 131, 131, 131, 3, 1, 1, 1, 1, 1, 0, 0, 0, 128, 1, 2, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0,
]);

function classify(at: usize): void {
  const a = v128.load(at);
  const b = v128.load(at, 16);
  const c = v128.load(at, 32);
  const d = v128.load(at, 48);
  const half = v128.load(LOWER_HALVES);
  const low = v128.load(KINDS);
  const high = v128.load(KINDS, 16);
  const ofA = sets(a, half, low, high);
  const ofB = sets(b, half, low, high);
  const ofC = sets(c, half, low, high);
  const ofD = sets(d, half, low, high);
  const none = i8x16.splat(0);
  const others = joined(i8x16.eq(ofA, none), i8x16.eq(ofB, none), i8x16.eq(ofC, none), i8x16.eq(ofD, none));
  const small = joined(i16x8.shl(a, 2), i16x8.shl(b, 2), i16x8.shl(c, 2), i16x8.shl(d, 2)); // with 0x20
  digits = joined(ofA, ofB, ofC, ofD);
  foreign = joined(a, b, c, d);
  capitals = ~(others | small);
  run = ~others | foreign;
  if (limit - at >= 64) return;
  const there: u64 = (1 << (<u64>(limit - at))) - 1;
  run &= there;
  capitals &= there;
  digits &= there;
  foreign &= there;
}
