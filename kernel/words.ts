import { KEY, lookUpAscii } from "./filter";
import { ROOM, clear, results, slice } from "./memory";
import { spell, spellUpTo } from "./spell";

/**
 * Finds the words of a list in one pass whose speed does not depend on how many there are: each word's hash is looked up in a
 * Bloom filter.
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
 * to U+20000, with three bytes at most for each, or one of the kinds below. Bytes that are no UTF-8 stand between words.
 *
 * Emits where a word begins, and its hash; 0 where any word could stand, as a character's fold has no room in the table, or the
 * word does not end before `end` and the text goes on. Where the pass begins or goes on, it takes a run to begin, so that one
 * word more may be emitted there.
 */
/** So many bytes of 64 can begin a word: there is one before them, and seventeen behind tell everything about the last. */
const STEP: usize = 46;

let limit: usize = 0;

/**
 * Looks at the words that begin from `from` to before `to`. The bytes end at `end`: 64 or more behind `to`, unless the text ends
 * there; `goesOn` has the bit 2 if it does not. Returns from where to go on, as `find` does. Reads 80 bytes behind `end`.
 */
export function findWords(from: u32, to: u32, end: u32, goesOn: u32): u32 {
  clear();
  const first = slice + from;
  const stop = slice + to;
  limit = slice + end;
  spellUpTo(limit, (goesOn & 2) != 0);
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

function classify(at: usize): void {
  run = capitals = digits = foreign = 0;
  for (let part: u64 = 0; part < 64; part += 16) {
    const bytes = v128.load(at + <usize>part);
    // For each upper half of a byte the lower halves that go with it: digits with 3, A to O with 4 and 6, P to Z with 5 and 7.
    const low = i8x16.swizzle(
      i8x16(-126, -125, -125, -125, -125, -125, -125, -125, -125, -125, 3, 1, 1, 1, 1, 1),
      v128.and(bytes, i8x16.splat(15)),
    );
    const high = i8x16.swizzle(i8x16(0, 0, 0, -128, 1, 2, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0), i8x16.shr_u(bytes, 4));
    const both = v128.and(low, high);
    const ascii = <u64>i8x16.bitmask(i8x16.ne(both, i8x16.splat(0)));
    const other = <u64>i8x16.bitmask(bytes);
    const doubled = i8x16.add(bytes, bytes);
    run |= (ascii | other) << part;
    capitals |= (ascii & ~(<u64>i8x16.bitmask(i8x16.add(doubled, doubled)))) << part; // without 0x20
    digits |= (<u64>i8x16.bitmask(both)) << part;
    foreign |= other << part;
  }
  if (limit - at >= 64) return;
  const there: u64 = (1 << (<u64>(limit - at))) - 1;
  run &= there;
  capitals &= there;
  digits &= there;
  foreign &= there;
}
