import type { Match } from "../../model/match.ts";
import { matchesOf } from "../../model/matches.ts";
import { type Range, rangeOf } from "../../model/range.ts";
import { asRead } from "../as-read.ts";
import type { Detector } from "../detector.ts";
import { besideOf, isExample } from "./address.ts";
import { isMadeUp } from "./made-up.ts";
import { isNobody } from "./nobody.ts";
import { wordSet } from "./word-set.ts";

export const homeDirectory: Detector = {
  id: "infrastructure/home-directory",
  summary: "Home directory with a user's name",
  remedy: "Write a path that begins at the project, or ~ in place of the directory; in an example use /home/user.",
  disclosure: { topic: "system", weight: 2 },
  trigger: [
    { literals: ["/Users/", "/home/", "\\Users\\", "-Users-", "/users/"], behind: { run: "unspaced", least: 2 } },
    { literals: ["2fhome%2", "2fusers%2", "5cusers%5"], anyCase: true, behind: { run: "unspaced", least: 4 } },
    { literals: ["-home-"], behind: { run: "token", least: 4, holds: "-" } },
  ],
  reach: { before: 320, after: 160 },
  isFramed: true,

  *detect(window) {
    yield* directoriesIn(window.text);
    if (inAddress.test(window.text)) yield* directoriesInAddresses(window.text);
  },

  examples: [
    "at main («/Users/mira.heron»/work/site/src/server.ts:10:5)",
    '{"m":"see\\n«/home/mheron»/a.ts and\\t«/Users/mheron»/a.ts"}',
    "cd «/home/mheron»/projects/site && make",
    '«C:\\Users\\Mira»\\AppData\\Local\\Temp, "«C:\\\\Users\\\\mheron»\\\\site\\\\a.ts", «c:/Users/mheron»/site',
    "file://«/Users/mheron»/site/index.html and «/mnt/c/Users/mheron»/Documents",
    "~/.claude/projects/«-Users-mheron»-work-site/memory.md",
    'HOME=«/home/mheron», DATA_PATH="«/home/mheron»/.config/x", {"path": "«/home/mheron»/work"}',
    "SF:«/home/mheron»/src/a.c",
    "«/var/home/mheron»/src/a.c, «/export/home/mheron»/work, «/usr/home/mheron»/.profile, «/System/Volumes/Data/Users/mheron»/work",
    "«C:\\Users\\Jürgen»\\x, «C:\\Users\\Mira Heron»\\Documents, «/home/jo»/.bashrc",
    "/home/node/app, /home/runner/work/site, /home/vscode/.ssh, /home/ubuntu/x, /home/user/a, /Users/you/b, /Users/name/c",
    "C:\\Users\\Public\\Desktop, C:\\Users\\user\\x, C:\\Users\\%USERNAME%\\x, C:/Users/runneradmin/x, C:\\Users\\<name>\\x",
    "/home/$USER/x, /home/${user}/x, /home/<user>/x, /home/{user}/x, /home/*/x, /Users/USERNAME/x, /home/your-name/x, /Users/johndoe/x",
    'https://site.example/home/mheron/profile, <a href="/home/index">, /home/settings, GET /Users/2819c223-7f76-453a',
    "/var/home/core/.ssh, /srv/home/mheron/x",
    "./home/mheron/x, ~/home/mheron/x, site/home/mheron, /home/, /Users/ and more",
    "nav-home-page-link, side-home-button",
    "/Users/alice/project, /home/bob/x, /home/linuxbrew/.linuxbrew/bin, /home/linus/x",
    "/Users/.../x, C:\\Users\\…\\Desktop, C:/Users/…/x, /home/... has users, /users/mheron/repos",
    "/home/node_modules/x.js, /home/cpython/x.py",
    "/home/site.example.com/static/x.css, git clone /home/shop.git, /home/html/templates, :pserver:x@cvs.acme.dev:/home/cvsroot, /home/wildfly/bin",
    "https://docs.acme.dev/view?file=«%2Fhome%2Fmira.heron»%2Fnotes.md&x=1, file%3A%2F%2F«%2FUsers%2Fmheron»%2Fsite.ts",
    "?f=«C%3A%5CUsers%5CJ%C3%BCrgen»%5Ca.ts, ?to=%2Fopen%3Ffile%3D«%252fhome%252fmheron»%252fwork",
    "?file=%2Fhome%2Fnode%2Fapp, ?to=https%3A%2F%2Fsite.example%2Fhome%2Fmheron, ?to=%2Fhome%2Fsettings, ?to=%2Fusers%2Fmheron%2Fx",
  ],
};

function* directoriesIn(text: string): Generator<Match> {
  for (const { pattern, sureness } of directories)
    for (const match of matchesOf(text, pattern)) {
      const { user = "" } = match.groups ?? {};
      const found = { start: match.index, end: rangeOf(match, "user").end };
      if (isNobody(user) || isMadeUp(user)) continue;
      const confidence = sureness(text, found, user);
      if (confidence === undefined) continue;
      yield { range: found, confidence: isShown(text, found) ? Math.min(confidence, 0.7) : confidence };
    }
}

/** In an address slashes are written as `%2F`, and as `%252F` in one that stands in another. */
const inAddress = /2f(?:home|users)%(?:25)?2f|5cusers%(?:25)?5c/i;
const code = /%(?:25)?([\da-f]{2})/gi;

function* directoriesInAddresses(text: string): Generator<Match> {
  const read = asRead(text, code, ([, digits = ""]) => String.fromCharCode(Number.parseInt(digits, 16)));
  for (const match of directoriesIn(read.text)) {
    const range = read.toWritten(match.range);
    if (inAddress.test(text.slice(range.start, range.end))) yield { ...match, range };
  }
}

/** Whether a manual shows it, and not a machine: before it stands that it is an example, or in it what only examples have. */
function isShown(text: string, found: Range): boolean {
  const beside = besideOf(text, found);
  return (
    isExample(beside) ||
    result.test(beside.before) ||
    invented.test(beside.after) ||
    announced.test(text.slice(Math.max(0, found.start - 300), found.start))
  );
}

/** `//=> "/home/mheron"`, `// Prints: /home/mheron` */
const result = /(?:[=~]>|\/\/ ?(?:->|\xe2\x86\x92)|\/\/ ?(?:prints?|returns?|logs?|outputs?):?) ?["'`]?$/i;

/** `/home/mheron/my-project/foo.js`; my-app is what tools call an app that somebody has. */
const invented =
  /^(?:[\\/]{1,4}[\w.@-]{1,40}){0,8}[\\/]{1,4}(?:foo|bar|baz|qux|foobar|path[\\/]to|my[-_]?project|your[-_]\w+)(?!\w)/i;

/** On a line before it. */
const announced = /\bfor (?:example|instance)\b|\be\.g\.|\bz\. ?B\.|\bpar exemple\b|\bpor ejemplo\b/i;

type Sureness = (text: string, range: Range, user: string) => number | undefined;

const directories: readonly { readonly pattern: RegExp; readonly sureness: Sureness }[] = [
  {
    // A drive, in Windows' form, in its escaped one, or in that of the shells that people use there.
    pattern:
      /(?<![\w.~](?<!\\[nrt]))(?:[a-z]:|\/(?:mnt\/)?[a-z]|\/System\/Volumes\/Data)?(?:\\{1,4}|\/)Users(?:\\{1,4}|(?<=\/Users)\/)(?!\xe2\x80\xa6)(?<user>[a-z\x80-\xff](?:[\w.\x80-\xff-]{0,30}[\w\x80-\xff])?(?![\w$%{<*\x80-\xff]|\.{2})(?: [a-z][\w.-]{1,30}(?=\\))?)/dgi,
    sureness: ofUsers,
  },
  {
    // Fedora's atomic editions have theirs below /var, FreeBSD below /usr, Solaris below /export.
    pattern:
      /(?<![\w.)~%}\]>*+$-](?<!\\[nrt]))(?:\/(?:var|usr|export))?\/home\/(?<user>[a-z][\w.-]{0,30}\w)(?![\w$%{<*]|\.{2})/dg,
    sureness: ofHome,
  },
  {
    pattern: /(?<![\w-])-Users-(?<user>[A-Za-z][a-z\d_.]{1,30})(?=-[\w.])/dg,
    sureness: () => 1,
  },
  {
    pattern: /(?<=\/|^|[\s"'`])-home-(?<user>[a-z][a-z\d_.]{1,30})(?=-[\w.])/dg,
    sureness: () => 0.8,
  },
];

/** What only a person's directory holds. */
const inside =
  /^(?:\\{1,4}|\/)(?:\.[a-z]\w*|Desktop|Documents|Downloads|Library|AppData|Projects?|projects?|[Cc]ode|src|[Dd]ev|[Ww]ork|workspaces?|[Rr]epos?|git|[Gg]it[Hh]ub|source|go|bin|OneDrive|Pictures|Dropbox|Music|Movies|tmp|venv|anaconda\d?|miniconda\d?)(?![\w])/;

function ofUsers(text: string, { start, end }: Range): number | undefined {
  const path = text.slice(start, end);
  const after = text.slice(end, end + 64);
  const hasDrive = /^[a-z]:|^\/(?:mnt\/)?[a-z]\//i.test(path);
  if (!hasDrive && !path.includes("Users")) return undefined; // `/users/` is a route
  if (hasDrive) return 1;
  return /^(?:\\{1,4}|\/)[\w.~@-]/.test(after) ? 1 : 0.8;
}

/** `/home/…` may be a route of a site as well. */
function ofHome(text: string, { start, end }: Range, user: string): number | undefined {
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 96);
  if (routes.has(user.toLowerCase()) || /\.(?:js|ts|html?|php|py|css|json)$/.test(user)) return undefined;
  if (inside.test(after) || before.endsWith("file://")) return 1;
  if (linked.test(before)) return undefined;
  const isFile = /^\/[\w.@/-]{0,80}\.[a-z]{1,5}(?:[:"'`)\s,;]|$)/.test(after);
  return isFile || opened.test(before) ? 1 : 0.7;
}

const linked =
  /(?:href|src|to|action|path|route|url|redirect|push|navigate|link)\s{0,2}[=:(]{1,2}\s{0,2}\{?\s{0,2}["'`]?$|\b(?:GET|POST|PUT|PATCH|DELETE)\s$|:\/\/$/i;

const opened = /(?:\bcd |HOME["']?\s{0,2}[=:]\s{0,2}["']?|\bSF:|at \(?|\bin |File "|:~?\s?)$/;

/** What sites have below their `/home`. */
const routes = wordSet(`
  index about setting settings profile dashboard main home page pages list detail details news product products service services contact login
  logout search tab tabs feed banner overview view edit new item items post posts message messages notification notifications account help info
  welcome start menu hero slider footer header layout component components widget widgets screen screens getting-started blog docs faq privacy terms
  team media photo photos image images video videos music light lights kitchen bedroom living-room garage heating temperature sensor sensors
  climate thermostat assistant automation quick improvement garden decor
`);
