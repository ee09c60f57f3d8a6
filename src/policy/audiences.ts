import { type Audience, audiences, wider } from "../model/audience.ts";
import { GateError } from "../model/error.ts";

/** How a config maps targets: patterns with `*` by audience. */
export type AudienceMap = { readonly [A in Audience]?: readonly string[] | undefined };

/** Where a message goes, as its sender tells it. */
export interface Addressed {
  /** A target, such as `telegram:chat:-1001234`, or the name of an audience. */
  readonly to: string;
  /** The audience that the sender takes it for. */
  readonly audience?: Audience | undefined;
  /** Whether the chat has two members, where its platform says so. */
  readonly isDirect?: boolean | undefined;
}

export interface AudienceOptions {
  /** Missing where no config maps any; then what the sender names is taken as given. */
  readonly map?: AudienceMap | undefined;
  /** Whether the sender may name a narrower audience than the config does. */
  readonly trustCaller?: boolean | undefined;
}

export interface Resolved {
  readonly audience: Audience;
  /** Null where the sender named an audience and no target. */
  readonly target: string | null;
  /** What a reader of the verdict has to know of how that was found; none where the config said it. */
  readonly notes: readonly string[];
}

/**
 * Who will see a message. The pattern with the most characters that are no `*` counts, of equal ones that of the wider audience; what no
 * pattern names is public. The owner's chat is the owner's only where nobody else is in it.
 * @throws {GateError} if there is no target, or if the audience that the sender names is none.
 */
export function resolveAudience({ to, audience, isDirect }: Addressed, options: AudienceOptions): Resolved {
  // A caller in JavaScript can give null.
  const named = audience ?? undefined;
  // A caller in JavaScript can leave it out.
  if (typeof to !== "string")
    throw new GateError("its target (`to`) is no text", 'Name a target of the config, or an audience: `to: "group"`.');
  // What is unknown could be wider than anything.
  if (named !== undefined && !audiences.includes(named))
    throw new GateError("its audience (`audience`) is none", `Name one of ${audiences.join(", ")}, or none.`);
  const asAudience = audiences.find((one) => one === to);
  const target = asAudience === undefined ? to : null;
  const said = asAudience !== undefined && named !== undefined ? wider(asAudience, named) : (asAudience ?? named);
  const { map, trustCaller = false } = options;
  if (map === undefined) return { audience: said ?? "public", target, notes: [byCaller(said)] };
  const mapped = target === null ? undefined : mappedTo(target, map);
  const known = mapped === "owner" && !isOneToOne(to, isDirect) ? "group" : mapped;
  const shared = mapped === known ? [] : ["The owner is not alone in this chat, so it counts as a group."];
  if (said !== undefined && (trustCaller || said === wider(said, known ?? "public")))
    return { audience: said, target, notes: said === known ? [] : [...shared, byCaller(said)] };
  const unknown = known === undefined ? ["The config maps no audience to this target, so it counts as public."] : [];
  return { audience: known ?? "public", target, notes: [...shared, ...unknown] };
}

function byCaller(said: Audience | undefined): string {
  return said === undefined
    ? "No config maps targets to audiences, so this one counts as public."
    : `The audience is ${said} because it was named by the caller.`;
}

function mappedTo(target: string, map: AudienceMap): Audience | undefined {
  let best: { readonly audience: Audience; readonly length: number } | undefined;
  for (const audience of audiences)
    for (const pattern of map[audience] ?? []) {
      const length = pattern.replaceAll("*", "").length;
      if (length >= (best?.length ?? 0) && matches(pattern, target)) best = { audience, length };
    }
  return best?.audience;
}

/** `*` stands for any characters, none among them. */
function matches(pattern: string, target: string): boolean {
  const [first = "", ...pieces] = pattern.split("*");
  const last = pieces.pop();
  if (last === undefined) return target === pattern;
  if (!target.startsWith(first)) return false;
  let at = first.length;
  for (const piece of pieces) {
    const found = target.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return target.length - last.length >= at && target.endsWith(last);
}

/**
 * Targets that their form shows to be a chat of two: a Telegram chat's id is a user's where it is positive (groups and channels have negative
 * ones: https://core.telegram.org/api/bots/ids), Slack's direct messages begin with D
 * (https://docs.slack.dev/apis/web-api/using-the-conversations-api), and addresses of one person.
 */
const oneToOne: readonly RegExp[] = [
  /^telegram:(?:chat:|dm:|user:)\d+$/,
  /^slack:(?:im:|dm:|user:)?[DUW][A-Z0-9]+$/,
  /^(?:discord|matrix|mattermost|teams|whatsapp|signal|irc):(?:dm|user|direct):/,
  /^(?:whatsapp|signal|sms|tel|imessage):\+?\d+(?:@s\.whatsapp\.net)?$/,
  /^(?:email|mailto):[^,;\s]+$/,
  /^(?:local|terminal|cli|file|git|site)(?::|$)/,
];

/** Targets that their form shows to be a chat of many, whatever a sender says. */
const manyToMany =
  /^(?:telegram:chat:-|slack:(?:channel:)?[CG][A-Z0-9]+$|whatsapp:.*@g\.us$|discord:(?:guild|channel):)/;

/** What the platform says goes first; a form that shows nothing counts as a chat of many. */
function isOneToOne(target: string, isDirect: boolean | undefined): boolean {
  if (isDirect === false || manyToMany.test(target)) return false;
  return isDirect === true || oneToOne.some((form) => form.test(target));
}
