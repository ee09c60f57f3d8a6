import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { serviceName, services, wordName, words } from "./services.ts";

export const serviceVersion: Detector = {
  id: "infrastructure/service-version",
  summary: "Service with its version",
  remedy: "Leave the version out: it tells which holes to try.",
  disclosure: { topic: "system", weight: 1, map: "detail" },
  messagesOnly: true,
  trigger: { literals: [...services, ...words], anyCase: true, behind: { run: "number", within: 24 } },
  reach: { before: 32, after: 56 },

  *detect(window) {
    for (const match of [version, versionOfWord].flatMap((pattern) => [...window.matchAll(pattern)])) {
      const { number: written = "" } = match.groups ?? {};
      if (isOfPath(window.text, match) || isAddress(written) || isOfName(match[0])) continue;
      if (range.test(window.text.slice(match.index + match[0].length, match.index + match[0].length + 4))) continue;
      const isWhole = /^\d+$/.test(written);
      if (isWhole ? isVersion(match[0], Number(written)) : !isDate(written))
        yield { range: rangeOf(match), confidence: isWhole ? 0.8 : 1 };
    }
  },

  examples: [
    "we run «Postgres 16.2» behind «nginx/1.24.0»",
    "«Node.js v22.18», «PostgreSQL 16», «Redis version 7.2.4», «Ubuntu 24.04 LTS» and «Debian 12»",
    "image: «postgres:16.2»-alpine, «Home Assistant 2026.9.1»",
    "«Kubernetes v1.31.2»+k3s1, «OpenSSH_9.6p1»",
    "«Windows Server 2019» on «ESXi 7.0 U3», «Exchange 2019 CU14», «FortiOS 7.2.4», «Citrix ADC 13.1-49.15», «Ivanti Connect Secure 22.5»",
    "«Confluence 8.5.3», «TYPO3 12.4», «OpenSSL 1.1.1w», «BIND 9.18.30», «MinIO RELEASE.2024-10-13», «Rocky Linux 9.4», «Oracle Database 19c», «Oracle 21c»",
    "«Synology DSM 7.2», «TrueNAS SCALE 24.04», «JBoss EAP 7.4», «Proxmox VE 8.2.4», «kernel 6.1.0-25-amd64», «Jellyfin 10.9.11»",
    "in exchange 20 people, they bind 9 books, the harbor 3 km away, Confluence 2024, Jira 4711, SQL Server 1433, DSM-5, rust 3 mm",
    "Postgres, nginx and Redis without a number",
    "Postgres 5432, Redis on 6379, Docker in 2024, Python 100 times, python3, postgres-16-data, Kafka's 3 brokers",
    "mynginx 1.2, nodes 3 and 4, a node 12 m away, the vault of 1980",
    "bindings for Python 3, SQLite 3 shared library, engines: Node.js 4 || 6 || >= 8, /usr/bin/node 50 and «Python 3.12»",
    "exec /usr/lib/«postgresql/15»/bin/postgres, org/apache/37/apache-37.pom",
    "user=app database=postgres 192.0.2.7 connected, @types/node/v8.d.ts, apis/redis/v1/client.py",
  ],
};

/** What may stand between a name and its version, and behind it. */
const edition =
  "linux|server|scale|core|ve|eap|cms|zope|dsm|qts|os|enterprise|community|standard|connect secure|policy secure|xe|sp|lts|ce|ee|stream|r2";
const beside = String.raw`(?: (?:${edition}))?(?:[ /_]|:(?=\d{1,4}\.)| [vV]| ?version | server |[ -][vV]er\.? )(?:[vV])?`;
const digits = String.raw`(?<number>RELEASE\.20\d\d-\d\d-\d\d|\d{1,4}(?:\.\d{1,5}){0,3})`;
// 9.6p1, 1.1.1w, 19c, 13.1-49.15, 7.0 U3, 2019 CU14.
const update = String.raw`(?:p\d{1,2}|(?<=\.\d{1,3}\.\d{1,3})[a-z]|(?<=[Oo]racle (?:[Dd]atabase |[Dd][Bb] )?\d\d)[cgi]|-\d{1,4}(?:\.\d{1,4}|-[a-z]{3,8}\d{0,2}))?(?: (?:LTS|(?:U|CU|SP|R|HF|Update )\d{1,2}[a-z]?))?`;
const notCounted = String.raw`(?![\w%]|[.:,-]\d| ?(?:times|m|km|cm|mm|GB|MB|TB|MHz|GHz|brokers?|nodes?(?!\.js)|instances?|containers?|servers?|pods?|replicas?|users?|years?|months?|days?|hours?|minutes?)\b)`;

const version = new RegExp(String.raw`(?<![\w.-])(?:${serviceName})${beside}${digits}${update}${notCounted}`, "gi");
const versionOfWord = new RegExp(
  String.raw`(?<![\w.-])(?:${wordName})(?: Server)? ${digits}${update}${notCounted}`,
  "g",
);

/** What counts its versions by years. */
const yearly =
  /^(?:windows server|sql server|mssql|exchange|sharepoint|hyper-v|coldfusion|dynamics nav|netbackup|plesk)/i;

function isVersion(found: string, whole: number): boolean {
  return whole < 60 || (whole > 2000 && whole < 2100 && yearly.test(found));
}

/** The version of an API or of a module in a path, and not that of a service where it is installed: `types/node/v8.d.ts`. */
function isOfPath(text: string, { index, 0: found }: RegExpExecArray): boolean {
  if (!/[/\\]/.test(text.charAt(index - 1)) || !/[/ ]v?\d+$/i.test(found)) return false;
  if (found.includes(" ")) return true; // a number that follows a program's path
  const end = index + found.length;
  return !/^\/(?:s?bin|lib|share|main|data|conf|etc)\b/.test(text.slice(end, end + 8));
}

/** What is called so as a whole: everybody's Python is Python 3. */
function isOfName(found: string): boolean {
  return /^(?:python|sqlite) [23]$/i.test(found);
}

/** What a package works with, and not what runs: `Node.js 4 || 6`. */
const range = /^ ?\|\|/;

/** Of four numbers a version begins with a small one: OpenResty 1.21.4.1. */
function isAddress(number: string): boolean {
  const parts = number.split(".").map(Number);
  return parts.length === 4 && Number(parts[0]) >= 10 && parts.every((part) => part < 256);
}

/** 2024.11.21 and 2024.11; versions by date have no zero before the month, and three parts or more. */
function isDate(number: string): boolean {
  return /^(?:19|20)\d\d\.(?:0\d|\d\d?$|\d{2}\.\d{2}$)/.test(number);
}
