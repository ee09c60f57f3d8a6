import { alphanumeric, byteClass } from "../../model/byte-runs.ts";
import type { Match } from "../../model/match.ts";
import type { Range } from "../../model/range.ts";
import type { Window } from "../../model/window.ts";
import type { Detector } from "../detector.ts";
import { isFileEnding, isTopLevel } from "./top-level.ts";
import { textBefore, textBehind } from "./context.ts";
import { veiledAddresses, veils } from "./veiled-email.ts";

/**
 * E-mail addresses (RFC 5321, and RFC 6531 for letters beyond ASCII) whose domain ends in a top-level domain. Who reads one can write to
 * a person; an address of a role (RFC 2142) or one that a package's author published says less.
 */
export const emailAddress: Detector = {
  id: "person/email",
  summary: "E-mail address",
  remedy:
    "Say who is meant without the address, or use one of the domains for documentation: carol@example.com (RFC 2606).",
  trigger: [{ shape: "at" }, ...veils],
  // As much as is read around the longest address: how sure it is hangs on the words in front of it and behind it.
  reach: { before: 256, after: 320 },

  *detect(window) {
    for (const { start } of window.sightings) {
      const range = window.text[start] === "@" ? addressAt(window, start) : undefined;
      const confidence = range && confidenceOf(window, range, window.bytes.toString("utf8", range.start, range.end));
      if (range !== undefined && confidence !== undefined) yield { range, confidence } satisfies Match;
    }
    // The pattern of those that are spelled out takes ten milliseconds to be compiled: an @ alone does not ask for it.
    if (window.sightings.every(({ start }) => window.text[start] === "@")) return;
    for (const { range, address, isSpaced } of veiledAddresses(window)) {
      if (isSpaced && !isWritten(address)) continue;
      const confidence = confidenceOf(window, range, address);
      if (confidence !== undefined) yield { range, confidence } satisfies Match;
    }
  },

  examples: [
    "write to «carol.larsen@gmail.com» or «c_larsen+bills@larsen-carpentry.dk».",
    '{"m":"see\\n«carol.larsen@gmail.com» and\\t«mia@kiln-studio.io»"}',
    "Mail: <«jonas.weber@web.de»>, (mailto:«mia@kiln-studio.io»)",
    "連絡先は«haruka.mori@kaede-mokko.jp»です, почта:«ivan.petrov@yandex.ru»",
    "«мария@почта.рф», «müller.hans@gmx.de»",
    "«o.sidorova@mail.ru», «jana.mala@email.cz»",
    "a role warns: «info@larsen-carpentry.dk», «no-reply@kiln-studio.io»",
    "carol@example.com, bob@mail.example.org, x@acme.example, y@host.test, z@nowhere.invalid, me@localhost",
    "npm i lodash@4.17.21 @scope/pkg@1.2.3 react@next, pkg@npm:other@1.0.0.tgz",
    "git@github.com:acme/site.git, ssh://git@git.kiln-studio.io/site.git, deploy@app.kiln-studio.io:/srv/site",
    "icon@2x.png, logo@3x.webp, getty@tty1.service, user@host:~$ ls, carol@laptop",
    "@Injectable() class A { x@Bean.prop }, foo@bar.baz, {{user}}@{{host}}.com",
    "https://carol:{base62:12}@db.kiln-studio.io/x, https://medium.com/@carol.larsen/post",
    "12345+carol@users.noreply.github.com",
    "write to «carol.larsen (at) larsen-carpentry (dot) dk» or «carol.larsen at gmail dot com», «c.larsen[at]web.de»",
    "?email=«c.larsen%40gmail.com», «c.larsen＠gmail.com», «c.larsen@gmail[.]com», «c.larsen(ät)web.de» please",
    "f(a).b, «jonas at weber-tischlerei punkt de», jonas{a}weber-tischlerei.de beside f(a) b",
    "write to «carol.larsen @ larsen-carpentry.dk» or «carol @ web.de»",
    "lunch @ joes.bar, meet us @ kiln-studio.io, 5 apples @ store.com, v1.2 @ kiln-studio.io",
    "carol (at) example (dot) com, look at the dot com bubble, f(a).b, x[at].y, list(a).map, meet at noon dot",
  ],
};

/** Around an `@`: as much before and after it as belongs to an address. */
function addressAt({ text, bytes, goesOn }: Window, at: number): Range | undefined {
  const local = localBefore(text, bytes, at);
  const domain = domainIn(text.slice(at + 1, at + 256));
  if (local === undefined || domain === undefined) return undefined;
  const end = at + 1 + domain.length;
  // A name in the midst of an address, or one that the window cuts.
  if (/^[@\w-]|^\.\w/.test(text.slice(end, end + 2)) && !(end === text.length && goesOn)) return undefined;
  return { start: local, end };
}

/** In ASCII as far as that comes to a domain: in Chinese or Japanese the sentence goes on behind it without a space. */
function domainIn(text: string): string | undefined {
  const ascii = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.){1,8}(?:xn--[a-z\d-]{2,59}|[a-z]{2,63})(?=[\x80-\xff])/i.exec(
    text,
  )?.[0];
  if (ascii !== undefined && isTopLevel(ascii.slice(ascii.lastIndexOf(".") + 1).toLowerCase())) return ascii;
  return /^(?:[a-z\d\x80-\xff](?:[a-z\d\x80-\xff-]{0,61}[a-z\d\x80-\xff])?\.){1,8}(?:xn--[a-z\d-]{2,59}|[a-z\x80-\xff]{2,63})/i.exec(
    text,
  )?.[0];
}

/** Where the local part begins: in ASCII, and farther where letters of the same alphabet go on. */
function localBefore(text: string, bytes: Buffer, at: number): number | undefined {
  let start = at;
  while (start > 0 && at - start < 64 && inLocal()[text.charCodeAt(start - 1)] === 1) start--;
  // An end of a line or a tab as a string has it: what is masked must leave it whole.
  if (/(?<!\\)\\[nrt]$/.test(text.slice(Math.max(0, start - 2), start + 1))) start++;
  const own = text.slice(start, at);
  const letters = text.charCodeAt(start - 1) >= 0x80 ? lettersBefore(bytes, start, own) : 0;
  const local = `${letters > 0 ? "x" : ""}${own}`;
  return /^\.|\.\.|\.$|^[+-]|^$/.test(local) ? undefined : start - letters;
}

/** Of what RFC 5321 allows, without the marks that stand in front of an address more often than in one. */
const inLocal = byteClass(() => `${alphanumeric}_.+-`);

/** In Chinese, Japanese or Thai an address has no space before it: there only an address without ASCII begins farther ahead. */
function lettersBefore(bytes: Buffer, start: number, own: string): number {
  const before = bytes.toString("utf8", Math.max(0, start - 64), start);
  const run = (
    /^[\w.]*[a-z]/i.test(own) ? /\p{Script=Latin}[\p{Script=Latin}\p{M}\w.+-]{0,63}$/u : /[\p{L}\p{M}\p{N}._+-]{1,32}$/u
  ).exec(before);
  return Buffer.byteLength(run?.[0].replace(/^\uFFFD+/, "") ?? "");
}

/** How sure it is that it is a person's; undefined where it is no address at all. */
function confidenceOf(window: Window, range: Range, written: string): number | undefined {
  const address = written.toLowerCase();
  const [local = "", domain = ""] = address.split("@");
  const before = textBefore(window, range.start, 96);
  const behind = window.text.slice(range.end, range.end + 2);
  const top = domain.slice(domain.lastIndexOf(".") + 1);
  if (/[^ -~]/.test(address) && isNoText(local, domain)) return undefined;
  if (reserved.test(domain) || program.test(domain) || isFileEnding(top) || !isTopLevel(top)) return undefined;
  if (/(?:\/\/|:\/\/\S{0,80}[:@])$/.test(before) || /\w:\/\/[^\s/]{0,64}$/.test(before)) return undefined; // a login in a URL
  if (/^:[\w/~.]/.test(behind) || vcs.test(local)) return undefined; // scp's and git's host:path
  if (/[{}$%]$/.test(before)) return undefined; // the end of what a template fills in
  if (bot.test(address)) return undefined;
  if (placeholderLocal.test(local)) return 0.3;
  if (placeholderDomain.test(domain) && !provider.test(domain)) return 0.3;
  if (messageId.test(before) || inPath.test(before) || isDrawn(local)) return 0.3;
  if (role.test(local) || mailingList.test(domain)) return 0.4;
  const isReplied = reply.test(textBehind(window, range.end, 48));
  if ((attribution.test(before) && !isReplied) || attributed.test(textBehind(window, range.end, 32))) return 0.5;
  return free.test(domain) ? 0.95 : 0.85;
}

/** Whether bytes were taken for letters. */
function isNoText(local: string, domain: string): boolean {
  return /[^\p{L}\p{M}\p{N}.-]/u.test(domain) || /[^\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(local);
}

/** RFC 2606, RFC 6761, RFC 6762, RFC 8375, and the reserved `internal` of ICANN. */
const reserved =
  /(?:^|\.)(?:example(?:\.(?:com|org|net|edu))?|test|invalid|localhost|local|internal|lan|home\.arpa|onion|alt)$/;

/** Accounts of programs and names of ciphers (RFC 4251, section 6). */
const program = /(?:^|\.)gserviceaccount\.com$|^(?:openssh\.com|libssh\.org|lysator\.liu\.se|ssh\.com|amzn\.com)$/;

const vcs = /^(?:git|hg|svn|gitlab|gitea|gogs|forgejo|aur|org-\d+)$/;

/** Addresses that hide a person, and those of programs. */
const bot =
  /@users\.noreply\.github\.com$|@(?:users\.)?noreply\.|\[bot\]@|^(?:dependabot|renovate|greenkeeper|github-actions|snyk-bot)\b/;

const placeholderLocal =
  /^(?:(?:your|my|the|some|test|fake|dummy|sample|new|old|invalid|valid)?[._-]?(?:e?mail|user|user[._-]?name|name|address|account|login|recipient|sender|someone|somebody|nobody|anyone|person|me|you|example|firstname[._-]?lastname|first[._-]?last)\d{0,3}|foo|bar|baz|foobar|foo\.bar|a|b|c|x|y|z|x{3,}|abc|asdf|qwerty|test(?:er|ing|user)?[._-]?\d{0,4}|dummy|fake|(?:john|jane|joe|jon)(?:[._-]?(?:doe|smith|public|q|bloggs))?|j(?:ohn)?doe|jsmith|alice|bob|eve|mallory|max\.?mustermann|erika\.?mustermann|mustermann|otto\.?normal\w*|fulano|mario\.?rossi|jean\.?dupont|jan\.?kowalski)$/;

const placeholderDomain =
  /^(?:[\w-]{1,40}\.)?(?:(?:your|my|some|test|fake|dummy|sample|the|any|other)?[-_]?(?:domain|company|example|host|hostname|server|site|website|organi[sz]ation|org|exemplo|ejemplo|beispiel|esempio|exemple|przyk[lł]ad|voorbeeld|eksempel|exempel|esimerkki|ornek|örnek|contoh|пример|mail|email|provider|corp|business|app)|foo|bar|baz|foobar|acme|contoso|fabrikam|northwind|initech|globex|abc|xyz|test|testing|somewhere|nowhere|a|b|c|x|y|z)\.(?:com|org|net|io|dev|co|tld|de|fr|es|it|nl|pl|ru|jp|uk|co\.uk|com\.br)$|\.tld$/;

/** Providers whose name manuals would choose too. */
const provider = /^mail\.(?:ru|de|bg|ee|kz|by|ua|nl)$|^email\.(?:cz|it|de|bg|ua)$/;

/** RFC 2142, and what firms call theirs today. */
const role =
  /^(?:infos?|abuse|admin(?:istrator)?|all|team|staff|office|contact(?:-?us|o|s|e)?|hello|hi|hey|hallo|hola|help(?:desk)?|support|supporto|soporte|service|services|kundenservice|sales|vertrieb|ventas|marketing|press|presse|media|jobs|career[s]?|bewerbung|hr|billing|invoice[s]?|accounts?|accounting|finance|orders?|bestellung|shop|store|booking|reservations?|reception|enquir(?:y|ies)|inquir(?:y|ies)|feedback|security|secure|psirt|cert|privacy|datenschutz|gdpr|dpo|legal|compliance|copyright|dmca|conduct|coc|opensource|open-source|oss|community|maintainers?|dev|devs|developers?|devel|engineering|ops|devops|sysadmin|root|daemon|postmaster|hostmaster|webmaster|web|www|mailer-daemon|bounces?|list|lists|majordomo|listserv|news(?:letter)?|subscribe|unsubscribe|announce|users?|bugs?|bug-[\w.-]+|issues|notifications?|notify|alerts?|updates?|no[._-]?reply|do[._-]?not[._-]?reply|system|bot|ci|build|builds|deploy|api|mail|email|licen[sc]ing|licen[sc]e|partners?|partnerships?|editor|editors|redaktion|redaction|kontakt|impressum|poststelle|buero|ayuda|atendimento|contato|suporte|servicio|bilgi|iletisim|biuro|sekretariat|translations?|i18n|l10n|[\w.-]+-(?:users?|dev|devel|list|bugs?|announce|team|owner|request|discuss|help|support|noreply|no-reply))$/;

const mailingList =
  /^(?:lists?|listes|listor|groups|bugs|packages|ml|mail|mailman|alioth-lists)\.[\w-]+\.|^(?:freelists|googlegroups|lists|vger\.kernel)\.(?:org|com)$|\blists?\./;

/** Where authors stand who publish their address with their work. */
const attribution =
  /(?:copyright|\(c\)|©|author(?:s|ed)?|maintain(?:er|ed|s)|contribut(?:or|ors|ed)|signed-off-by|co-authored-by|reported-by|reviewed-by|acked-by|tested-by|cc|committer|last-translator|language-team|translat(?:or|ors|ed)|translated by|patch(?:es)?|written|thanks|credits?|report-msgid-bugs-to|fix(?:ed|es)?|bug(?:s)? (?:report|to)|packag(?:er|ed)|licen[cs]e|originally|by)\b[^\n]{0,80}$|"(?:email|url|author|name)"\s?:\s?"[^"\n]{0,60}$|^\s*(?:[-*#;%/"|]{1,3}|\.\\")\s[^\n]{0,60}<$|\b(?:19|20)\d\d\b[^<\n]{0,50}<$/i;

const attributed = /^[>)]?,?\s{1,2}(?:\((?:https?:|copyright)|(?:\(c\) )?(?:19|20)\d\d\b)/i;

/** Whom a mail answers, on the line above what it quotes: `… 2026 at 9:12, Carol Larsen <…> wrote:`. */
const reply = /^>[^\n<>]{0,24}:[ \t]{0,4}\r?(?:\n|$)/;

const messageId = /(?:message-id|in-reply-to|references|content-id|msgid)\b[^\n]{0,80}$|\bcid:$|\bmid:$/i;

/** Archives of mailing lists have the message's id in their addresses. */
const inPath = /https?:\/\/[^\s<>"]{3,80}\/$/;

/** Drawn by a program: a hash, a time and a number. */
function isDrawn(local: string): boolean {
  const digits = local.replaceAll(/\D/g, "").length;
  if (/\.fsf(?:_-_|$)|-git-send-email-/.test(local)) return true; // Gnus, git
  return local.length >= 20 && (digits >= 8 || /^[\da-f-]+$/.test(local));
}

/** With spaces around its at sign it can be a place where somebody is: `lunch @ joes.bar`. */
function isWritten(address: string): boolean {
  const [local = "", domain = ""] = address.split("@");
  return free.test(domain) || /\p{L}[\d._-]+\p{L}|\p{L}\d+$/u.test(local);
}

/** Where people have their own mailboxes. */
const free =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|rocketmail|icloud|me|mac|aol|proton(?:mail)?|pm|gmx|web|t-online|freenet|posteo|mailbox|tutanota|tuta|fastmail|hey|zoho|yandex|mail|bk|inbox|list|rambler|ukr|i|qq|163|126|sina|sohu|foxmail|naver|daum|hanmail|libero|virgilio|alice|tin|orange|wanadoo|free|sfr|laposte|neuf|telenet|skynet|ziggo|kpnmail|xs4all|planet|wp|onet|o2|interia|seznam|centrum|azet|freemail|citromail|bol|uol|terra|btinternet|ntlworld|comcast|verizon|att|sbcglobal|cox|shaw|rogers|bigpond|optusnet|rediffmail|bluewin|telia|telenor)\.[a-z.]{2,8}$/;
