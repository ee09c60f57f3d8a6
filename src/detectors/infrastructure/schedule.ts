import { type Range, rangeOf } from "../../model/range.ts";
import type { Window } from "../../model/window.ts";
import type { Detector } from "../detector.ts";
import { inBytes, inCases, utf8Literals } from "../person/context.ts";
import { besideOf } from "./address.ts";
import { serviceName } from "./services.ts";

/** Jobs beyond English and ASCII: how their words begin. */
const jobs =
  "бэкап|бекап|резервн|перезапуск|перезагрузк|деплой|バックアップ|再起動|デプロイ|备份|備份|重启|重啟|백업|재시작|säkerhetskop|záloh|zálož|mentés|biztonsági ment|αντίγραφ|αντιγράφ|نسخ احتياطي|نسخ الاحتياطي|النسخ الاحتياطي|نسخة احتياطية|النسخة الاحتياطية|גיבוי|sao lưu|cópia de segurança|cópias de segurança|สำรองข้อมูล|बैकअप|zálohov|архив|sigurnosn";

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
        "kopia zapas",
        "kopie zapas",
        "yedek",
        "back-up",
        "nightly",
        "sikkerhedskop",
        "sikkerhetskop",
        "varmuuskop",
        "reservekop",
        "cadangan",
        "zaloh",
        "copie de rezerv",
        "copii de rezerv",
      ],
      anyCase: true,
    },
    { literals: utf8Literals(...jobs.split("|").flatMap(inCases)) },
  ],
  reach: { before: 192, after: 192 },

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
    "«бэкап каждый день в 03:00», «резервная копия ежедневно в 3 часа», «kopia zapasowa codziennie o 3:00», «yedek her gün saat 03:00»'te",
    "«毎日午前3時にバックアップ»しています。«每天凌晨3点备份»到云上",
    "«Backup tutti i giorni alle 3:00», «Backup todos os dias às 3h», «copia de seguridad cada noche a las 3», «Elke nacht om 3 uur draait de back-up»",
    "«Säkerhetskopian körs varje natt kl. 03:00»\n«Backup kører hver nat kl. 3»\n«Záloha běží každý den ve 3:00»\nA «mentés minden éjjel 3:00-kor» fut",
    "«Varmuuskopio ajetaan joka yö klo 3.00», «Backup-ul rulează în fiecare noapte la 03:00», «backup κάθε βράδυ στις 3»",
    "«Резервне копіювання щодня о 03:00», «نسخ احتياطي كل ليلة الساعة 3:00», «Sao lưu chạy mỗi ngày lúc 03:00», «Backup berjalan setiap hari pukul 03:00»",
    "Grafana on 3001, Redis, «nightly at 2». A «cron at 04:00». «cron: 3 Uhr»",
    "cada noche a las 3 cenamos, elke dag om 3 uur thee, joka yö klo 3, our show is nightly at 8, hver dag kl. 9 kaffe\ncron for 3 people",
    "резервная копия нужна к 03:00\n每天3点见\n毎日3時間のバックアップ\nher gün saat 9:00'da buluşuyoruz",
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

/** How often they run, in other letters than ASCII's. */
const rhythms =
  "всеки ден|всяка нощ|каждый день|каждую ночь|каждое утро|каждый час|каждую неделю|ежедневно|еженощно|ежечасно|по ночам|щодня|щоночі|щогодини|щотижня|кожного дня|кожної ночі|кожну ніч|毎日|毎晩|毎朝|毎時|毎週|每天|每晚|每日|每周|每小时|매일|매주|her gün|her gece|her sabah|her hafta|každý|každou|každú|svake|svaki|každé|denně|każdej nocy|każdego dnia|în fiecare|minden|éjjelente|joka yö|joka päivä|päivittäin|öisin|κάθε|καθημεριν|كل يوم|كل ليلة|كل أسبوع|كل ساعة|يوميا|يومياً|mỗi ngày|mỗi đêm|hàng ngày|hằng ngày|hàng đêm|todas as manhãs|hver|כל יום|כל לילה|हर दिन|हर रात|ทุกวัน|ทุกคืน";

/** What is said of a job between two stops: what it is, how often it runs, and when. The mark goes from the first of these to the last. */
function* said(window: Window): Generator<Range> {
  let last = 0;
  for (const match of window.matchAll(time)) {
    const { start, end } = rangeOf(match);
    const before = clauseBefore(window.text.slice(Math.max(last, start - 112), start));
    last = end;
    const [after = ""] = window.text.slice(end, end + 72).split(clauseEnd, 1);
    const clause = `${before}${match[0]}${after}`;
    const work =
      firstOf([job, foreignJob], clause) ??
      (automatic.test(clause) ? maybeJob.exec(clause) : null) ??
      nightlyIn(clause);
    const rhythm = firstOf([often, foreignRhythm], clause) ?? (work !== null && /^cron/i.test(work[0]) ? work : null);
    if (work === null || rhythm === null) continue;
    const places = [rangeOf(work), rangeOf(rhythm)];
    const from = start - before.length;
    const first = Math.min(start, ...places.map((place) => from + place.start));
    yield { start: first, end: Math.max(end, ...places.map((place) => from + place.end)) };
  }
}

function firstOf(patterns: readonly RegExp[], text: string): RegExpExecArray | null {
  const found = patterns.map((pattern) => pattern.exec(text)).filter((match) => match !== null);
  return found.toSorted((a, b) => a.index - b.index)[0] ?? null;
}

/** Among services it is one of their jobs. */
function nightlyIn(clause: string): RegExpExecArray | null {
  return running.test(clause) ? /(?<![\w-])nightly(?![\w-])/i.exec(clause) : null;
}

const running = new RegExp(
  String.raw`(?<![\w-])(?:${serviceName}|infra|servers?|clusters?|nodes?|stack)(?![\w-])`,
  "i",
);

/** A line, a sentence, or the stop with which one ends in Chinese and Japanese. */
const clauseEnd = /[\n!?]|(?<!\bkl)\. |\xe3\x80\x82/;

function clauseBefore(text: string): string {
  return text.split(clauseEnd).at(-1) ?? "";
}

const job = new RegExp(
  String.raw`(?<![\w-])(?:back-?ups?(?:-ul|-urile|-ol|-en|et|en)?|back up|cron ?jobs?|cron|snapshots?|restarts?|reboots?|deploy(?:ment)?s?|reindex\w*|vacuum|sicherung(?:en)?|datensicherung|neustart|sauvegardes?|copias? de seguridad|kopi[ae] zapasow\w{1,4}|yedek\w{0,8}|sikkerhe[dt]skopi\w{0,8}|varmuuskopio\w{0,6}|reservekopie\w{0,2}|zaloh\w{1,6}|copi[ei] de rezerv\w{1,4}|cadangan|maintenance windows?|auto-?updates?|pg_dump|mysqldump|restic|borg)(?![\w-])`,
  "i",
);
const foreignJob = new RegExp(String.raw`(?<![\w-])(?:${inBytes(jobs)})\w{0,10}`, "i");

/** What people do as well. */
const maybeJob =
  /(?<![\w-])(?:syncs?|maintenance|wartung|exports?|imports?|reports?|copias?|digest|rotation|jobs?|scans?)(?![\w-])/i;
const automatic = /(?<!\w)(?:runs?|running|starts|scripts?|automat\w+|servers?|databases?|l..?uft)(?!\w)/i;

// Letters beyond ASCII's are two bytes each.
const often = new RegExp(
  String.raw`(?<!\w)(?:(?:every(?! now| time| so | other time| single)|each|jede[nrs]?|chaque|tous les|toutes les|cada|todos los|todas las|todos os|todas as|ogni|tutti i|tutte le|elke|iedere|varje|hver|setiap|tiap) [a-z\d\x80-\xff]{1,12}|(?:mon|tues|wednes|thurs|fri|satur|sun)days|daily|nightly|hourly|weekly|monthly|once a (?:day|week)|t..?glich|n..?chtlich|w..?chentlich|st..?ndlich|diari\w+|quotidien\w*|dagelijks|dagligen|dagligt?|zilnic|naponta|nachts|codziennie|co noc)(?!\w)`,
  "i",
);
const foreignRhythm = new RegExp(String.raw`(?<!\w)(?:${inBytes(rhythms)})(?!\w)`, "i");
/** What stands before an hour alone: `a las 3`, `kl. 3`, `στις 3`. */
const beforeHour = `at|alle|a las|a la|la|kl\\.?|klo|om|um|pukul|jam|godz\\.?|ve|v|o|at around|at about|${inBytes("às|à|στις|о|об|الساعة|lúc|בשעה")}`;
const times = [
  String.raw`(?<![\w:.])(?:[01]?\d|2[0-3])(?::[0-5]\d(?:-kor)?|h[0-5]\d|h| ?[ap]\.?m| Uhr| uur| ?o'clock|-kor| (?:${inBytes("часов|часа|час|giờ|बजे|ώρα")})|(?:${inBytes("時|点|點|시")})(?!${inBytes("間|间|간")}))(?![\w:])`,
  String.raw`(?<=(?<![\w-])(?:${beforeHour}) )(?:[01]?\d|2[0-3])(?:\.[0-5]\d)?(?!\w|[.,:]\d|%| ?[%$]| \w)`,
];
const time = new RegExp(times.join("|"), "gi");
