/** The runs of backticks in a text. They are asked for from the first to the last. */
export class Backticks {
  readonly #text: string;
  /** By their length where each begins that is still ahead, the last first; made when the first is met. */
  #ahead: Map<number, number[]> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Where the run begins that closes the code which one of so many backticks opens; undefined where none does. */
  closing(at: number, length: number): number | undefined {
    const places = (this.#ahead ??= runsIn(this.#text)).get(length) ?? [];
    while ((places.at(-1) ?? Infinity) <= at) places.pop();
    return places.pop();
  }
}

function runsIn(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const places = runs.get(run.length);
    if (places === undefined) runs.set(run.length, [index]);
    else places.push(index);
  }
  for (const places of runs.values()) places.reverse();
  return runs;
}
