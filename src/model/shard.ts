/** One of the parts into which a check is split: the first has the index 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** That a document falls to whoever asks, with its place among all that are shared out; missing where nothing is split. */
export interface Share {
  readonly order?: number;
}

/**
 * Says of every document of a source whether it is to be read here; undefined where another shard reads it. A source asks for
 * all of them in the order in which it would give them, before it reads any, so that their places are the same in every shard.
 * @param key what the document is known by on every machine: a name, an object's id.
 */
export type Split = (key: Buffer) => Share | undefined;

/** Nothing is split. */
export const whole: Split = () => ({});
