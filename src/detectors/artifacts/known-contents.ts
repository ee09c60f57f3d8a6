import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";

/** How files begin that hold what others must not have. */
interface Kind {
  readonly variant: string;
  readonly begins: RegExp;
  /** Whether a file that begins so is never made to be shown. */
  readonly isSure: boolean;
}

/**
 * Files that their first bytes give away, whatever they are called: https://sqlite.org/fileformat2.html ·
 * https://www.postgresql.org/docs/current/app-pgdump.html · https://rdb.fnordig.de/file_format.html ·
 * https://chromedevtools.github.io/devtools-protocol/v8/HeapProfiler/ · https://developer.hashicorp.com/terraform/language/state
 */
const kinds: readonly Kind[] = [
  { variant: "SQLite", begins: /^SQLite format 3(?![\s\w.,])/, isSure: false },
  { variant: "archive of pg_dump", begins: /^PGDMP(?![\s\w.,])/, isSure: false },
  {
    variant: "dump of a database in SQL",
    begins: /^(?:\/\*[^\n]{0,80}\n|--\s{0,4}\n){0,2}-- (?:PostgreSQL database|MySQL|MariaDB|phpMyAdmin SQL) dump/i,
    isSure: false,
  },
  { variant: "dump of Redis", begins: /^REDIS00\d\d/, isSure: false },
  { variant: "memory of a Java program", begins: /^JAVA PROFILE 1\.0(?:\.\d)?(?![\s\w,])/, isSure: true },
  { variant: "heap of a JavaScript program", begins: /^\{"snapshot":\{"meta":\{"node_fields"/, isSure: true },
  {
    variant: "state of Terraform",
    begins: /^\s{0,4}\{\s{0,12}"version"\s{0,4}:\s{0,4}\d,\s{0,12}"terraform_version"/,
    isSure: true,
  },
];

export const knownContents: Detector = {
  id: "artifact/known-contents",
  summary: "File that its first bytes give away",
  remedy: "Take the file out and add it to .gitignore; if it left already, treat what it holds as disclosed.",
  trigger: {
    literals: [
      "SQLite format 3",
      "PGDMP",
      "-- PostgreSQL database dump",
      "-- MySQL dump",
      "-- MariaDB dump",
      "-- phpMyAdmin SQL Dump",
      "REDIS00",
      "JAVA PROFILE 1.0",
      '"node_fields"',
      '"terraform_version"',
    ],
  },

  *detect({ text, start }) {
    if (start > 0) return;
    for (const { variant, begins, isSure } of kinds) {
      const match = begins.exec(text);
      if (match !== null) yield { range: rangeOf(match), variant, ...(!isSure && { confidence: 0.5 }) };
    }
  },

  examples: [
    "«SQLite format 3»\0 and pages",
    "«PGDMP»\x01\x0e",
    "«--\n-- PostgreSQL database dump»\n--\n",
    "«-- MySQL dump» 10.13  Distrib 8.0.36",
    "«REDIS0011»\xfa",
    "«JAVA PROFILE 1.0.2»\0",
    '«{"snapshot":{"meta":{"node_fields"»:["type","name"]',
    '«{\n  "version": 4,\n  "terraform_version"»: "1.9.2",',
    "A file of SQLite begins with SQLite format 3\0",
    "SQLite format 3 has pages",
    "see the -- MySQL dump in the wiki",
    '{"required_version": 4, "terraform_version": "1.9.2"}',
    "REDIS00 is no header",
  ],
};
