import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";

/** Bytes of a record. */
export const recordSize = 16;

/** Records of a full file, which has 16 MB then. */
const most = 2 ** 20;

/** Bytes that are read at a time: they stay in the processor's cache. */
const slice = 2 ** 18;

/** Nobody is waited for, and no link is followed. */
const safely = constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Says of records whether they stand in a file, with a 1 for each that does; of none where it cannot be read. A record looks like
 * random bytes, and there is nothing else in the file: whatever is damaged, cut off or made up is a record that nobody asks for.
 * What is asked for is put into a table and the file is read past it, which is soon done whatever the file's length.
 * @param asked records, one behind the other.
 */
export function findRecords(path: string, asked: Uint8Array): Uint8Array {
  const count = asked.length / recordSize;
  const found = new Uint8Array(count);
  const own = new Uint32Array(4 * count);
  new Uint8Array(own.buffer).set(asked);
  const table = tableOf(own);
  const mask = table.length - 1;
  for (const words of slicesOf(path)) {
    for (let at = 0; at < words.length; at += 4) {
      const first = words[at] ?? 0;
      for (let place = first & mask; table[place] !== 0; place = (place + 1) & mask) {
        const number = (table[place] ?? 1) - 1;
        if (isSame(words, at, own, 4 * number)) found[number] = 1;
      }
    }
  }
  return found;
}

/** Open addressing: at the place of its first word, or behind it, the number of each record, counted from 1. At most half is full. */
function tableOf(words: Uint32Array): Uint32Array {
  const count = words.length / 4;
  const table = new Uint32Array(2 ** Math.ceil(Math.log2(2 * count + 2)));
  for (let number = 1; number <= count; number++) {
    let place = (words[4 * (number - 1)] ?? 0) & (table.length - 1);
    while (table[place] !== 0) place = (place + 1) & (table.length - 1);
    table[place] = number;
  }
  return table;
}

function isSame(a: Uint32Array, at: number, b: Uint32Array, own: number): boolean {
  for (let word = 0; word < 4; word++) if (a[at + word] !== b[own + word]) return false;
  return true;
}

/** The whole records of a file, as words of this machine; the newest where there are more than it can have. */
function* slicesOf(path: string): Generator<Uint32Array> {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | safely);
    const { size } = fstatSync(file);
    const bytes = new Uint8Array(slice);
    for (let at = startOf(size), length = slice; length === slice; at += length) {
      length = readSync(file, bytes, 0, slice, at);
      yield new Uint32Array(bytes.buffer, 0, 4 * Math.floor(length / recordSize));
    }
  } catch {
    // There is none, or it is no file: then nothing is known.
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function startOf(size: number): number {
  return Math.max(0, Math.floor(size / recordSize) - most) * recordSize;
}

/**
 * Adds records at the end of a file, in one write, between which no other process gets. Where the file would be too long the older
 * half goes, and where its end was cut off that goes: then the file is written anew, and what another process adds in this moment
 * is lost.
 * @throws what the system says where it cannot be written.
 */
export function addRecords(path: string, added: Uint8Array): void {
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | safely, 0o600);
  try {
    const { size } = fstatSync(file);
    if (size % recordSize === 0 && size + added.length <= most * recordSize) {
      writeSync(file, added);
      return;
    }
  } finally {
    closeSync(file);
  }
  replaceRecords(path, Buffer.concat([...copiesOf(path), added]));
}

function* copiesOf(path: string): Generator<Uint8Array> {
  for (const words of slicesOf(path)) yield new Uint8Array(words.buffer, 0, words.byteLength).slice();
}

function replaceRecords(path: string, records: Buffer): void {
  const unfinished = `${path}.${process.pid}`;
  const isTooLong = records.length > most * recordSize;
  try {
    rmSync(unfinished, { force: true }); // of a process that was killed and had this number
    writeFileSync(unfinished, isTooLong ? records.subarray((-most / 2) * recordSize) : records, {
      mode: 0o600,
      flag: "wx",
    });
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}
