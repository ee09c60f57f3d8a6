import { type Range, rangeOf } from "../../model/range.ts";
import type { Window } from "../../model/window.ts";
import type { Detector } from "../detector.ts";

export const schedule: Detector = {
  id: "infrastructure/schedule",
  summary: "Time at which a job runs",
  remedy: "Leave out when it runs: `backups are made`. A time tells when nobody looks and when systems restart.",
  disclosure: { topic: "operations", weight: 1 },
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
  reach: { before: 112, after: 112 },

  *detect(window) {
    for (const match of window.matchAll(cronLine)) yield { range: rangeOf(match, "line") };
    for (const range of said(window)) yield { range };
  },

  examples: [
    "«0 3 * * * /usr/local/bin/backup.sh»",
    "in the crontab: «*/15 * * * * php /srv/heron/artisan schedule:run»",
    "«backups run every day at 03:00», nobody looks then",
    "«nightly backups at 3am»",
    "«jeden Tag um 3 Uhr ein Backup»",
    "the «cron job starts daily at 02:30» UTC",
    "a cron expression such as 0 3 * * * has five fields: * * * * *",
    "we back up every now and then, restart the app, import the file at 03:00 please",
    "every day at 9 we meet, the report is due daily",
  ],
};

const cronLine =
  /(?:^|[\n:`"'>])[ \t]{0,8}(?<line>(?:(?:\*|\d{1,2})(?:\/\d{1,2}|[-,]\d{1,2}){0,6}[ \t]{1,4}){2}(?:\*|\d{1,2}|\*\/\d{1,2})[ \t]{1,4}(?:\*|\d{1,2})[ \t]{1,4}(?:\*|[\d,-]{1,9}|[a-z]{3}(?:-[a-z]{3})?)[ \t]{1,8}(?:[a-z]{1,16}[ \t]{1,4})?(?:[./~\w-]{2,60}\/[\w./-]{1,80}|(?:php|python3?|node|bash|sh|curl|docker|npm|rsync|restic|borg|certbot|pg_dump|mysqldump)\b)[^\n`"'<]{0,120})/dg;

/** What is said of a job between two stops: what it is, how often it runs, and when. The mark goes from the first of these to the last. */
function* said(window: Window): Generator<Range> {
  for (const match of window.matchAll(time)) {
    const { start, end } = rangeOf(match);
    const before = clauseBefore(window.text.slice(Math.max(0, start - 72), start));
    const [after = ""] = window.text.slice(end, end + 56).split(/[\n!?]|\. /, 1);
    const clause = `${before}${match[0]}${after}`;
    const words = [job, often].map((pattern) => pattern.exec(clause));
    const places = words.flatMap((found) => (found === null ? [] : [rangeOf(found)]));
    if (places.length < words.length) continue;
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
  /(?<![\w-])(?:backups?|back up|cron ?jobs?|cron|syncs?|snapshots?|restarts?|reboots?|deploy(?:ment)?s?|maintenance|reindex\w*|vacuum|exports?|imports?|reports?|sicherung(?:en)?|datensicherung|wartung|neustart|sauvegardes?|copias?(?: de seguridad)?|digest|rotation|auto-?updates?|jobs?|scans?)(?![\w-])/i;
// Letters beyond ASCII's are two bytes each.
const often =
  /(?<!\w)(?:every(?! now| time| so | other time| single)|each|daily|nightly|hourly|weekly|monthly|once a (?:day|week)|jede[nrs]?|t..?glich|n..?chtlich|w..?chentlich|st..?ndlich|chaque|tous les|toutes les|cada|todos los|diari\w+|quotidien\w*|ogni|elke|dagelijks|codziennie)(?!\w)/i;
const time = /(?<![\w:.])(?:[01]?\d|2[0-3])(?::[0-5]\d|h[0-5]\d|h| ?[ap]\.?m| Uhr| ?o'clock)(?![\w:])/gi;
