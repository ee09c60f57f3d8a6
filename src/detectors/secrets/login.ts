import type { Match } from "../../model/match.ts";
import type { Range } from "../../model/range.ts";
import { guess } from "./guess.ts";

/** A password in a place that is meant for one: an address, a connection string, a `.netrc`. */
export interface Login {
  readonly user: string;
  readonly password: string;
  /** Where it opens something, if that stands beside it. */
  readonly host?: string;
}

/**
 * The match for a login's password. The place leaves no doubt what it is, but manuals and containers for development are
 * full of logins that open nothing: a documented word or the user's own name is a placeholder, one that a person could have
 * made up for a server that only this machine reaches is unsure.
 */
export function loginMatch(range: Range, { user, password, host = unknown }: Login): Match | undefined {
  const looks = guess(password);
  if (looks === "none" || nobody.test(user) || password.toLowerCase() === user.toLowerCase())
    return { range, placeholder: true };
  if (isReserved(host))
    return looks === "words" ? { range, placeholder: true } : { range, confidence: looks === "chosen" ? 0.4 : 0.6 };
  const local = isLocal(host);
  if (looks === "random" || looks === "uuid") return { range, confidence: local ? 0.8 : 0.95 };
  if (looks === "chosen") return { range, confidence: local ? 0.4 : 0.8 };
  return local ? undefined : { range, confidence: 0.5 };
}

/** Who needs no password, and writes his address in its place (RFC 1635). */
const nobody = /^(?:anonymous|ftp|guest)$/i;

/** A login without a host may be anybody's. */
const unknown = "?.";

/** Names that are kept for documentation (RFC 2606, RFC 6761), or that manuals use. */
function isReserved(host: string): boolean {
  return /(?:^|\.)(?:example(?:\.(?:com|org|net))?|test|invalid)$|^your[-_]|^(?:your|my|some)?[-_]?(?:host|server|domain|database|ip|url)(?:[-_]?(?:name|address))?$/i.test(
    host,
  );
}

/** This machine, a name without dots that only containers beside it know (`db`), or one that is filled in later. */
function isLocal(host: string): boolean {
  return (
    !/[.:]/.test(host) ||
    /[{}<>$%*()]|^127\.|^0\.0\.0\.0$|^\[?::1\]?$|\.(?:local|localhost|internal|localdomain|svc)$/i.test(host)
  );
}
