import type { Audience } from "../model/audience.ts";
import type { Verdict } from "../model/verdict.ts";

/** What is about to be sent: a text, or parts of several kinds. */
export interface Message {
  readonly text?: string;
  /** Judged together, as their readers get them together. */
  readonly parts?: readonly Part[];
  /** Where it goes: a target that the config maps to an audience, such as `telegram:chat:-1001234`, or the name of an audience. */
  readonly to: string;
  /** Who will see it, as the sender takes it. Unless the config trusts the caller, it can only widen what the config says of the target. */
  readonly audience?: Audience;
  /** Whether the chat has two members, where its platform says so. Only such a chat can be the owner's alone. */
  readonly isDirect?: boolean;
  /** The thread or chat that it belongs to, where that is more than the target tells. It is not used yet: what was said before does not count. */
  readonly conversation?: string;
  /** Who sends it; the verdict repeats it. */
  readonly actor?: string;
}

export type Part = TextPart | JsonPart | FilePart;

export interface TextPart {
  readonly text: string;
}

/** What is sent as JSON: every key and every value that `JSON.stringify` would write is searched. */
export interface JsonPart {
  readonly json: unknown;
}

/** An attached file: its bytes are searched, and its name. */
export interface FilePart {
  readonly bytes: Uint8Array;
  readonly fileName?: string;
}

/** The verdict on a message. It holds no text of it, but for what may be sent in its place. */
export interface MessageVerdict extends Verdict {
  /** Only where the verdict is `redact`: the message's text, with what was found replaced by `[secret:github-token]`. */
  readonly text?: string;
  /** Only where the verdict is `redact`: the message's parts, the same. */
  readonly parts?: readonly Part[];
}

export interface CheckOptions {
  /** Aborted, it makes the verdict `block`. */
  readonly signal?: AbortSignal;
  /** After so many milliseconds the verdict is `block`; those that the gate was opened with, unless told. */
  readonly timeout?: number;
}
