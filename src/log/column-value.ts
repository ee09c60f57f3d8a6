import { promiseOfColumn, wordOf } from "../detectors/secrets/column-name.ts";
import { type Begun, secretsIn } from "../detectors/secrets/column-rest.ts";
import { promiseOf } from "../detectors/secrets/key-name.ts";
import type { Detector } from "../detectors/detector.ts";
import type { Rest } from "../model/rest.ts";
import { type Header, headerAt, longestHeader } from "./csv-header.ts";
import { csvRows } from "./csv-rows.ts";
import { isPromised, type SecretName, secretNameOf } from "./secret-name.ts";
import { isNothing } from "./value.ts";

const nouns =
  "password,passwords,passwd,passwort,kennwort,passphrase,pass,pw,pwd,secret,secrets,credentials,creds,token,tokens,key,keys,otp,session_id,senha,de passe,contraseña,пароль,密码,パスワード".split(
    ",",
  );

/** What stands behind a name where it is that of a column. */
const endings = [",", ";", "\t", "|", "\n", "\r"];
const endingsOfQuoted = ['",', '";', '"\t', '"\n', '"\r'];

const ascii = /^[\t-~]+$/;
/** In Latin-1. */
const literals = nouns.flatMap((noun) =>
  [...endings, ...endingsOfQuoted, " ["].map((end) => Buffer.from(noun + end).toString("latin1")),
);

/** What stands below the name of a secret in a table with commas, semicolons, tabs or bars between its cells, whatever it is: a log has them where a program exports something. */
export const columnValue: Detector = {
  id: "secret/column-value",
  summary: "Value below the name of a secret, in a table",
  remedy: "Mask it: `outgate redact`. Then leave that column out of what is exported.",
  trigger: [
    { literals: literals.filter((literal) => ascii.test(literal)), anyCase: true },
    { literals: literals.filter((literal) => !ascii.test(literal)) },
  ],
  reach: { before: longestHeader, after: longestHeader },
  isApart: true,
  isGeneral: true,

  *detect(window) {
    const rests: Rest[] = [];
    let done = 0;
    for (const sighting of window.sightings) {
      if (sighting.start < done) continue;
      const header = headerAt(window.text, sighting.start, window.start === 0);
      const confidence = header && confidenceIn(header);
      if (header === undefined || confidence === undefined) continue;
      done = header.end;
      const begun = { rows: csvRows(header.layout), confidence, of: sighting.start };
      const rest = yield* secretsIn(window.text, { at: header.end, column: 0 }, begun, window.goesOn);
      if (rest !== undefined) rests.push(rest);
    }
    return rests;
  },

  examples: [
    "\uFEFFUser Name\tEmail Address [Required]\tPassword [Required]\r\ncarol\tcarol@acme.example.io\t«hunter2»\r\n",
    "user, password\ncarol, «hunter2»\ndan, «x»\nthere are 2, and they are new\n",
    "user,password\n2026-11-21 20:48:01,791 INFO the user,password and more\nuser|token\n|\n",
    "field,type,required\npassword,string,yes\nemail,string,no\n",
    'id,email,password\n1,carol@acme.example.io,«hunter2»\n2,dan@acme.example.io,«two words»\n3,eve,"«a, ""b""\nc»"\n4,NULL,\n',
    "10:20:30 web | api_key;user\n10:20:31 web | «{hex:12}»;carol\n10:20:32 db | {hex:12};up\n",
  ],
};

function confidenceIn({ names, layout }: Header): Begun["confidence"] | undefined {
  const kinds = names.map((name) => kindOf(name.replace(/[[(].*/, "")));
  if (kinds.every((kind) => kind === undefined)) return undefined;
  return (value, column) => {
    const kind = kinds[column];
    // The names may be written once more.
    if (kind === undefined || value === names[column] || isNothing(value) || rule.test(value)) return 0;
    // A sentence goes on in words behind its last comma.
    if (layout.isSpaced && value.includes(" ")) return 0;
    return (kind === "key" ? key.test(value) : isPromised(value, kind)) ? 1 : 0;
  };
}

/** What is drawn below the names. */
const rule = /^[-:=+ ]*$/;

/** `key`: it is drawn by a machine, or its name is given to other things as well. */
function kindOf(name: string): SecretName | "key" | undefined {
  const word = wordOf(name);
  const kind = secretNameOf(word) ?? (promiseOfColumn(name) === undefined ? undefined : "whatever");
  if (kind === "asked") return undefined;
  return kind === "whatever" && (promiseOf(word) === "key" || ofOthers.test(word)) ? "key" : kind;
}

const ofOthers = /^(?:pass|pw)$|(?:secrets|cookies|credentials|creds|passwords)$/i;

/** No word and no number. */
const key = /^(?=[^]{0,400}\d)(?=[^]{0,400}[A-Za-z])[^ ]{6,}$|^[^ ]{20,}$/;
