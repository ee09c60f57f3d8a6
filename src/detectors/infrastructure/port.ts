import { rangeOf } from "../../model/range.ts";
import { inBytes, utf8Literals } from "../person/context.ts";
import type { Detector } from "../detector.ts";
import { serviceName, services } from "./services.ts";

export const port: Detector = {
  id: "infrastructure/port",
  summary: "Service with its port",
  remedy: "Leave the port out: `the API is up`.",
  disclosure: { topic: "network", weight: 1, map: "detail" },
  messagesOnly: true,
  trigger: [
    {
      literals: [
        "port ",
        "ports ",
        "port:",
        "port=",
        "puerto ",
        "puertos ",
        "porta ",
        "portas ",
        "porcie ",
        "portu ",
        "poort ",
        "poorten ",
        "porten ",
        "porte ",
        "porti ",
        "portul ",
        "portti ",
        "portissa ",
      ],
      anyCase: true,
      behind: { run: "number", least: 2, within: 10 },
    },
    {
      literals: [...services, "ssh", "api", "gateway"],
      anyCase: true,
      behind: { run: "number", least: 4, within: 24 },
    },
    {
      literals: utf8Literals("порт ", "порту ", "порте ", "портом ", "Порт "),
      behind: { run: "number", least: 2, within: 10 },
    },
    { literals: [...utf8Literals("ポート", "端口", "포트"), " portunda", " portta", " porton"] },
    {
      literals: utf8Literals(
        "θύρα ",
        "Θύρα ",
        "πόρτα ",
        "المنفذ ",
        "منفذ ",
        "البورت ",
        "cổng ",
        "Cổng ",
        "פורט ",
        "पोर्ट ",
        "พอร์ต ",
      ),
      behind: { run: "number", least: 2, within: 10 },
    },
    { literals: [" -p "], behind: { run: "number", least: 4 } },
  ],
  reach: { before: 96, after: 64 },

  *detect(window) {
    for (const match of window.matchAll(said)) {
      const around = sentence(window.text, match.index, match.index + match[0].length);
      const { number, front } = match.groups ?? {};
      const before = window.text.slice(Math.max(0, match.index - 80), match.index);
      if (isTelling(number ?? front) && serving.test(around) && !ofClient.test(before)) yield { range: rangeOf(match) };
    }
    for (const pattern of [named, login])
      for (const match of window.matchAll(pattern))
        if (isTelling(match.groups?.["number"])) yield { range: rangeOf(match, "number") };
  },

  examples: [
    "the API listens on «port 8443», and Postgres on «5433»",
    "Grafana: «Port 3001» am Server",
    "PostgreSQL на «порту 5433», Redis na «porcie 6380», PostgreSQL «5433 portunda»",
    "PostgreSQL(«ポート5433»)、Redisは«6380番ポート»、PostgreSQL 跑在 «5433 端口»,nginx «端口: 8443»",
    "Postgres 15 op «poort 5433», Postgres 15 pe «portul 5433», Postgres 15 «portissa 5433», Postgres az «5433-as porton»",
    "Postgres 15 στη «θύρα 5433», Postgres 15 على «المنفذ 5433», nginx «cổng 8443»",
    "паспорт 5433 для nginx, экспорт 5433 строк из PostgreSQL\nв порту 5433 судна",
    "ssh deploy@web.acme.example -p «2222»",
    "the gateway uses «port 18789»",
    "redis:«6380» is full, nginx on «8081», Grafana :«3001»",
    "the app is on port 3000, https is port 443, the dev server listens on port 8080",
    "port 8443 alone, the port of Hamburg, 8443, a port 25 km away",
    "we met on 2024-05-01 at 1830, on 1999 people, room 4711",
    "sshd[812]: Accepted publickey for anna from 10.0.4.7 port 51234 ssh2, sshd: Connection closed by 2001:db8::7 port 40822 [preauth], sshd: Received disconnect from 10.0.4.7 port 51234:11",
    "USB ports 20 and 30, (node:26426) Warning: a process that says its number",
  ],
};

/** Also where the word stands right at the number, or behind it. */
const said = new RegExp(
  String.raw`(?:(?<![\w-])(?:ports?|puertos?|portas?|porcie|portu|porte|porti|porten|portul|portti|portissa|poort(?:en)?)[ :=]{1,4}|(?<![\xd0\xd1][\x80-\xbf])(?:${inBytes("порт|порту|порте|портом")})[ :=]{1,4}|(?:${inBytes("θύρα|πόρτα|المنفذ|منفذ|البورت|cổng|פורט|पोर्ट|พอร์ต")})[ :=]{1,4}|(?:${inBytes("ポート番号|ポート|端口号|端口|포트")})[ :=]{0,4})(?<number>\d{2,5})(?![\w%]|[.,]\d)|(?<![\w.,:/-])(?<front>\d{2,5})(?:(?:${inBytes("番|号|번")})? ?(?:${inBytes("ポート|端口|포트")})|(?:-\w{2})? port(?:unda|ta|on)(?!\w))`,
  "gi",
);
const named = new RegExp(
  String.raw`(?<![\w.-]|\((?=node:))(?:${serviceName}|ssh|sshd|api|gateway)(?: (?:is |are |runs |running |l..?uft |listens |listening )?(?:on|auf|at|sur|en) :?| ?:)(?<number>\d{4,5})(?![\w%/-]|[.,:]\d)`,
  "dgi",
);
const login = /\b(?:ssh|scp|mosh|sftp)\s[^\n]{0,80}? -p (?<number>\d{4,5})(?!\w)/dg;

const serving = new RegExp(
  String.raw`\b(?:${serviceName}|api|server|service|gateway|daemon|database|ssh|sshd|dashboard|proxy|backend|webhook|listen(?:s|ing)?|expos(?:e|es|ed)|forward(?:s|ed|ing)?|bound|firewall|vpn|broker|worker|metrics)\b`,
  "i",
);

/** `sshd: Accepted publickey for anna from 10.0.4.7 port 51234`: whoever calls has one for this call alone, with a masked address, too. */
const ofClient =
  /\b(?:from|by|client|peer|remote|user \S{1,32})[ :=](?:[\da-fA-F.:]{3,45}|\[[a-z\d:-]{3,45}\])[ ,]{1,2}$/;

/** Ports that say nothing: everybody's, and those of development. */
const usual = new Set([
  20, 21, 22, 25, 53, 80, 110, 143, 443, 465, 587, 993, 995, 1234, 3000, 4000, 4200, 5000, 5173, 8000, 8080, 8888, 9000,
]);

function isTelling(digits = ""): boolean {
  const number = Number(digits);
  return (
    number > 0 &&
    number < 65_536 &&
    !digits.startsWith("0") &&
    !usual.has(number) &&
    !(number >= 1900 && number <= 2100)
  );
}

function sentence(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 80), start);
  const after = text.slice(end, end + 60);
  return `${before.slice(Math.max(before.lastIndexOf("\n"), before.lastIndexOf(". ")) + 1)}${after.split(/\n|\. /, 1)[0] ?? ""}`;
}
