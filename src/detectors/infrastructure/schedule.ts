import { type Range, rangeOf } from "../../model/range.ts";
import type { Window } from "../../model/window.ts";
import type { Detector } from "../detector.ts";
import { besideOf } from "./address.ts";

export const schedule: Detector = {
  id: "infrastructure/schedule",
  summary: "Time at which a job runs",
  remedy: "Leave out when it runs: `backups are made`. A time tells when nobody looks and when systems restart.",
  disclosure: { topic: "operations", weight: 1, map: "detail" },
  messagesOnly: true,
  trigger: [
    { literals: ["* * *", "* * ", " * *", "@daily", "@hourly", "@weekly", "@reboot"] },
    {
      literals: [
        "backup",
        "back up",
        "cron",
        "sync",
        "snapshot",
        "restart",
        "reboot",
        "deploy",
        "maintenance",
        "reindex",
        "vacuum",
        "export",
        "import",
        "report",
        "sicherung",
        "wartung",
        "neustart",
        "sauvegarde",
        "copia",
        "digest",
        "rotation",
        "update",
        "job",
        "scan",
      ],
      anyCase: true,
    },
  ],
  reach: { before: 160, after: 160 },

  *detect(window) {
    for (const match of window.matchAll(cronLine)) yield { range: rangeOf(match, "line") };
    for (const match of window.matchAll(expression)) {
      const range = rangeOf(match, "line");
      const { before, after } = besideOf(window.text, range);
      if (jobBeside.test(`${before} ${after}`)) yield { range };
    }
    for (const range of said(window)) yield { range };
  },

  examples: [
    "«0 3 * * * /usr/local/bin/backup.sh»",
    "in the crontab: «*/15 * * * * php /srv/heron/artisan schedule:run»",
    'cron: "«0 4 * * *»" for the backup',
    "«backups run every day at 03:00», nobody looks then",
    "«nightly backups at 3am»",
    "«jeden Tag um 3 Uhr ein Backup»",
    "the «cron job starts daily at 02:30» UTC, the «import runs every 2 hours from 04:00»",
    "a cron expression such as 0 3 * * * has five fields: * * * * *",
    "we back up every now and then, restart the app, import the file at 03:00 please",
    "every day at 9 we meet, the daily report is due at 5pm, we sync every Monday at 10:00, export it at 5pm every day",
  ],
};

const cronLine =
  /(?:^|[\n:`"'>])[ \t]{0,8}(?<line>(?:(?:\*|\d{1,2})(?:\/\d{1,2}|[-,]\d{1,2}){0,6}[ \t]{1,4}){2}(?:\*|\d{1,2}|\*\/\d{1,2})[ \t]{1,4}(?:\*|\d{1,2})[ \t]{1,4}(?:\*|[\d,-]{1,9}|[a-z]{3}(?:-[a-z]{3})?)[ \t]{1,8}(?:[a-z]{1,16}[ \t]{1,4})?(?:[./~\w-]{2,60}\/[\w./-]{1,80}|(?:php|python3?|node|bash|sh|curl|docker|npm|rsync|restic|borg|certbot|pg_dump|mysqldump)\b)[^\n`"'<]{0,120})/dg;

/** An expression alone is one of a manual; beside a job it is that job's. */
const expression =
  /(?<![\w*/,-])(?<line>(?:\*\/)?\d{1,2}(?:[,-]\d{1,2})? (?:(?:\*\/)?\d{1,2}(?:[,-]\d{1,2})?|\*) (?:\*|\d{1,2}) (?:\*|\d{1,2}) (?:\*|\d(?:-\d)?))(?![\w*/,-])/dg;
const jobBeside =
  /\b(?:backups?|snapshots?|restarts?|reboots?|reindex|vacuum|sicherung|sauvegarde|pg_dump|mysqldump|restic|borg)\b|\w\.(?:sh|py)\b/i;

/** What is said of a job between two stops: what it is, how often it runs, and when. The mark goes from the first of these to the last. */
function* said(window: Window): Generator<Range> {
  let last = 0;
  for (const match of window.matchAll(time)) {
    const { start, end } = rangeOf(match);
    const before = clauseBefore(window.text.slice(Math.max(last, start - 72), start));
    last = end;
    const [after = ""] = window.text.slice(end, end + 56).split(/[\n!?]|\. /, 1);
    const clause = `${before}${match[0]}${after}`;
    const work = job.exec(clause) ?? (automatic.test(clause) ? maybeJob.exec(clause) : null);
    const rhythm = often.exec(clause);
    if (work === null || rhythm === null) continue;
    const places = [rangeOf(work), rangeOf(rhythm)];
    const from = start - before.length;
    const first = Math.min(start, ...places.map((place) => from + place.start));
    yield { start: first, end: Math.max(end, ...places.map((place) => from + place.end)) };
  }
}

function clauseBefore(text: string): string {
  return text.slice(
    Math.max(text.lastIndexOf("\n"), text.lastIndexOf(". "), text.lastIndexOf("! "), text.lastIndexOf("? ")) + 1,
  );
}

const job =
  /(?<![\w-])(?:backups?|back up|cron ?jobs?|cron|snapshots?|restarts?|reboots?|deploy(?:ment)?s?|reindex\w*|vacuum|sicherung(?:en)?|datensicherung|neustart|sauvegardes?|copias? de seguridad|auto-?updates?|pg_dump|mysqldump|restic|borg)(?![\w-])/i;

/** What people do as well. */
const maybeJob =
  /(?<![\w-])(?:syncs?|maintenance|wartung|exports?|imports?|reports?|copias?|digest|rotation|jobs?|scans?)(?![\w-])/i;
const automatic = /(?<!\w)(?:runs?|running|starts|scripts?|automat\w+|servers?|databases?|l..?uft)(?!\w)/i;

// Letters beyond ASCII's are two bytes each.
const often =
  /(?<!\w)(?:(?:every(?! now| time| so | other time| single)|each|jede[nrs]?|chaque|tous les|toutes les|cada|todos los|ogni|elke) [a-z\d]{1,12}|daily|nightly|hourly|weekly|monthly|once a (?:day|week)|t..?glich|n..?chtlich|w..?chentlich|st..?ndlich|diari\w+|quotidien\w*|dagelijks|codziennie)(?!\w)/i;
const time = /(?<![\w:.])(?:[01]?\d|2[0-3])(?::[0-5]\d|h[0-5]\d|h| ?[ap]\.?m| Uhr| ?o'clock)(?![\w:])/gi;
