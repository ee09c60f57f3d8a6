import { fill } from "../src/detectors/template.ts";
import type { Gate } from "../src/gate.ts";
import { logGate } from "../src/log/log-gate.ts";
import { Placeholders } from "../src/log/placeholder.ts";

/** What masks logs, with all its detectors loaded: nothing has to be waited for. */
export const gate: Gate = await logGate({}, "default", undefined);
await gate.load();

export const placeholders: Placeholders = new Placeholders("a key of this test");

/** Something that is found, and what stands in its place. */
export const token: string = fill("ghp_{base62:30}{crc32}");
export const masked: string = placeholders.of("secret/github-token", Buffer.from(token));
