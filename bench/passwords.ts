import { createGate } from "../src/gate.ts";
import { openGate, scan } from "../src/index.ts";
import { numbers } from "./random.ts";

/** What password generators draw from: letters and digits alone, with the marks that many have as they come, and all that a keyboard has. */
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const alphabets = {
  "letters and digits": letters,
  "with - _ . !": `${letters}-_.!`,
  "with ! @ # $ % ^ & *": `${letters}!@#$%^&*`,
  "the whole keyboard": Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).join(""),
} as const;
const lengths = [12, 20];

const escaped = (password: string): string => JSON.stringify(password).slice(1, -1);
const inXml = (password: string): string =>
  password.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** How files tell a password. */
const files: Readonly<Record<string, (password: string) => string>> = {
  ".env": (password) => `DB_USER=app\nDB_PASSWORD=${password}\n`,
  INI: (password) => `[db]\nuser = app\npassword = ${password}\n`,
  YAML: (password) => `db:\n  user: app\n  password: '${password.replaceAll("'", "''")}'\n`,
  JSON: (password) => `{"user":"app","password":"${escaped(password)}"}\n`,
  "a program": (password) => `const password = "${escaped(password)}";\n`,
  XML: (password) => `<user>app</user>\n<password>${inXml(password)}</password>\n`,
};

/** How a message tells one, to a group. */
const messages: Readonly<Record<string, (password: string) => string>> = {
  "password: …": (password) => `password: ${password}`,
  "The password is …": (password) => `The password is ${password}`,
  "Das Passwort ist …": (password) => `Das Passwort ist ${password}`,
  "La contraseña es …": (password) => `La contraseña es ${password}`,
  "Пароль: …": (password) => `Пароль: ${password}`,
};

/** How many of some random passwords are found, in per cent, where files and messages tell them. */
export async function passwordsBench(count: number): Promise<void> {
  const [inFiles, gate] = [createGate(), await openGate({ config: {} })];
  const isInFile = async (text: string): Promise<boolean> => {
    const bytes = Buffer.from(text);
    const items = [{ kind: "document", name: Buffer.from("settings.txt"), nameLeaves: false, bytes } as const];
    const { findings } = await scan({ boundary: "files", target: null, items }, inFiles);
    return findings.some(({ ruleId }) => ruleId.startsWith("secret/"));
  };
  const isInMessage = (text: string): boolean => gate.checkSync({ text, to: "group" }).verdict !== "pass";
  const columns = Object.keys(alphabets).flatMap((name) => lengths.map((length) => `${name}, ${length}`));
  console.log(`| | ${columns.join(" | ")} |\n|---|${columns.map(() => "---|").join("")}`);
  for (const [carriers, isFound] of [
    [files, isInFile],
    [messages, isInMessage],
  ] as const)
    for (const [name, write] of Object.entries(carriers)) {
      const cells: string[] = [];
      for (const alphabet of Object.values(alphabets))
        for (const length of lengths) {
          let found = 0;
          for (const password of drawn(alphabet, length, count)) if (await isFound(write(password))) found++;
          cells.push(`${Math.round((100 * found) / count)} %`);
        }
      console.log(`| ${name} | ${cells.join(" | ")} |`);
    }
}

/** The same in each run. Most generators see to it that every kind of letter is there, and a digit. */
function* drawn(alphabet: string, length: number, count: number): Generator<string> {
  const random = numbers(length);
  for (let left = count; left > 0;) {
    const password = Array.from({ length }, () => alphabet[random(alphabet.length)] ?? "").join("");
    if (!/[a-z]/.test(password) || !/[A-Z]/.test(password) || !/\d/.test(password)) continue;
    left--;
    yield password;
  }
}
