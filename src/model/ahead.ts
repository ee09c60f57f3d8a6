import type { Quiet, Unread } from "./document.ts";

/** Something that was listed, and may be a file that can be searched before its turn comes. */
export interface Listed {
  /** Its name as the system knows it, in Latin-1; undefined where it is no file. */
  readonly file: string | undefined;
}

/** Searches files before their turn comes, and gives everything that is listed back in its order. */
export type Ahead = <T extends Listed>(listed: Iterable<T>) => AsyncIterable<Foreseen<T>>;

export interface Foreseen<T> {
  readonly item: T;
  /** Undefined where it has to be read when its turn comes. */
  readonly sight: Sight;
}

/** What is known of a file: that there is nothing in it, or that it could not be searched. */
export type Sight = Quiet | (Pick<Unread, "reason"> & { readonly kind: "failed" }) | undefined;
