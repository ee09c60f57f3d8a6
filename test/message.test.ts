import * as fc from "fast-check";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { detectors } from "../src/detectors/index.ts";
import { fill } from "../src/detectors/template.ts";
import {
  type CheckOptions,
  type Config,
  createGate,
  type Message,
  type MessageGate,
  type MessageVerdict,
  openGate,
  openRedactor,
} from "../src/index.ts";

const token = fill("ghp_{base62:30}{crc32}");
const leak = `deploy with ${token} tonight`;

const config: Config = {
  audiences: { owner: ["telegram:chat:42"], team: ["slack:C0TEAM"], group: ["telegram:chat:-100*"] },
  messages: { "secret/github-token": { group: "redact" }, "term/codename": { team: "redact" } },
  claims: [{ name: "iso", topic: "ISO ?27001", allowed: ["ISO 27001 certified by Quux Register"] }],
};

let gate: MessageGate;

beforeAll(async () => {
  const list = join(mkdtempSync(join(tmpdir(), "outgate-test-")), "terms");
  writeFileSync(list, "Zebulon Quux\ncodename: bluefin\n", { mode: 0o600 });
  gate = await openGate({ config, denylist: list });
});

function fail(): never {
  throw new Error(token);
}

/** What JavaScript lets through. */
function odd(message: unknown): Message {
  return message as Message;
}

function rulesOf({ findings }: MessageVerdict): string[] {
  return findings.map(({ ruleId, action }) => `${ruleId} ${action}`);
}

/** Before anything has waited: what one check loads, the next would find loaded. */
test("a gate that was just opened has nothing left to wait for, whatever it finds", () => {
  const texts = detectors.flatMap(({ examples }) => examples.map((text, index) => fill(text, index)));
  const waiting = texts.filter(
    (text) => !gate.checkSync({ text: text.replaceAll(/[«»]/g, ""), to: "public" }).complete,
  );
  expect(waiting).toEqual([]);
  expect(rulesOf(gate.checkSync({ text: "Ruf an: 030 23486719", to: "group" }))).toEqual(["person/phone ask"]);
});

test.each([
  "I run on a Mac mini M2 with 16 GB, Postgres 16.2 on port 5432, with backups every day at 03:00.",
  "Я работаю на сервере с 64 ГБ памяти, PostgreSQL 16.2 на порту 5432, бэкап каждый день в 03:00.",
  "サーバーは Mac mini M2（メモリ16GB）、PostgreSQL 16.2（ポート5432）で、毎日午前3時にバックアップしています。",
  "服务器是 Mac mini M2，16GB 内存，PostgreSQL 16.2 跑在 5432 端口，每天凌晨3点备份。",
  "Działam na serwerze z 32 GB RAM, PostgreSQL 16.2 na porcie 5432, kopia zapasowa codziennie o 3:00.",
  "Sunucu 32 GB RAM'li, PostgreSQL 16.2 5432 portunda, yedek her gün saat 03:00'te alınıyor.",
  "Ik draai op een Hetzner-server met 16 GB RAM, Ubuntu 22.04, Postgres 15 op poort 5433 en elke nacht om 3 uur een back-up.",
  "Jag kör på en Hetzner-server med 16 GB RAM, Ubuntu 22.04, Postgres 15 på port 5433 och säkerhetskopia varje natt kl. 3.",
  "Jeg kører på en Hetzner-server med 16 GB RAM, Ubuntu 22.04, Postgres 15 på port 5433 og backup hver nat kl. 3.",
  "Běžím na serveru Hetzner s 16 GB RAM, Ubuntu 22.04, Postgres 15 na portu 5433 a záloha každou noc ve 3:00.",
  "Rulez pe un server Hetzner cu 16 GB RAM, Ubuntu 22.04, Postgres 15 pe portul 5433 și backup în fiecare noapte la 3:00.",
  "Hetzner-palvelin, 16 Gt RAM, Ubuntu 22.04, Postgres 15 portissa 5433, varmuuskopio joka yö klo 3.",
  "Egy Hetzner szerveren futok, 16 GB RAM, Ubuntu 22.04, Postgres 15 az 5433-as porton, mentés minden éjjel 3-kor.",
  "Τρέχω σε server της Hetzner με 16 GB RAM, Ubuntu 22.04, Postgres 15 στη θύρα 5433, backup κάθε βράδυ στις 3:00.",
  "أعمل على خادم Hetzner بذاكرة 16 جيجابايت، Ubuntu 22.04، Postgres 15 على المنفذ 5433، نسخ احتياطي كل ليلة الساعة 3:00.",
  "Our infra: 3 Proxmox nodes (Dell R740, 256 GB each), Ceph, TrueNAS for backups, WireGuard on 51820, Grafana on 3001, nightly at 2.",
  "We're a Rails 7.1 monolith on Heroku with Sidekiq 7, Postgres 15, and Redis 7; jobs run every night at 2am.",
  "I'm a Node 22 app on Fly.io with a Neon Postgres 16, Upstash Redis, deployed from GitHub Actions every push, cron at 04:00.",
  "Windows Server 2019 on ESXi 7.0 U3, FortiGate 60F with FortiOS 7.2.4, Exchange 2019 CU14, Confluence 8.5.3, backups nightly at 1:00.",
])("what an agent tells of its machine stops in public: %s", (text) => {
  expect(gate.checkSync({ text, to: "public" }).verdict).toBe("block");
});

test.each([
  "The tutorial uses Ubuntu 22.04, Postgres 15 and nginx 1.24 on a Hetzner CX22.",
  "Proxmox VE 9.1 is out, based on Debian 13, kernel 6.17, QEMU 10.1, ZFS 2.3 and Ceph Squid 19.2.",
  "CVE-2024-21762: FortiOS 7.4.0 to 7.4.2 are affected, upgrade to 7.4.3. Exchange 2016 and Windows Server 2012 are no longer supported.",
  "Guide: deploy Rails 7.1 with Postgres 16 and Redis 7 on Heroku",
  "Self-hosting tutorial: Nextcloud 29 with MariaDB 10.11 and Redis 7 behind Traefik 3.1, on a Raspberry Pi 5 with 8 GB",
  "Has anybody upgraded from ESXi 7.0 U3 to Proxmox 8.2? Did the Veeam backups survive?",
  "The interview question was: design a system with Kafka 3.8, Redis 7, Postgres 16 and S3, cron every night at 2am.",
  "In the video he builds a homelab: Proxmox 8.2 on an old Dell R730, TrueNAS 24.04, pfSense 2.7",
  "Stellenanzeige: Erfahrung mit VMware vSphere 8, Windows Server 2022, Exchange 2019 und Azure erwünscht",
  "Le guide utilise Docker 27, Traefik 3.1 et Postgres 16 sur un VPS OVH",
  "Minimum: Python 3.11, Node 20, PostgreSQL 14, 2 cores and 4 GB of RAM",
])("what others run, ask for and announce passes: %s", (text) => {
  expect(gate.checkSync({ text, to: "public" }).verdict).toBe("pass");
});

describe("a message", () => {
  test.each([
    ["telegram:chat:42", "pass", []],
    ["slack:C0TEAM", "ask", ["term/person ask"]],
    ["telegram:chat:-1007", "block", ["term/person block"]],
    ["somewhere", "block", ["term/person block"]],
  ])("to %s", async (to, verdict, rules) => {
    const message = { text: "Zebulon Quux comes along.", to };
    for (const came of [await gate.check(message), gate.checkSync(message)]) {
      expect(came.verdict).toBe(verdict);
      expect(rulesOf(came).filter((rule) => !rule.endsWith("pass"))).toEqual(rules);
      expect(came.target).toBe(to);
      expect(came.boundary).toBe("message");
    }
  });

  test("says why and what to do, and none of the text", async () => {
    const { findings, ...verdict } = await gate.check({ text: leak, to: "slack:C0TEAM", actor: `bot ${token}` });
    expect(findings).toMatchObject([
      {
        ruleId: "secret/github-token",
        document: "message",
        line: 1,
        column: 13,
        reason: "Whoever reads it can use it.",
      },
    ]);
    expect(findings.every(({ remedy }) => remedy.length > 10)).toBe(true);
    expect(verdict).toMatchObject({ verdict: "block", complete: true, score: 10, actor: "bot [secret:github-token]" });
    expect(JSON.stringify({ findings, verdict })).not.toContain(token.slice(4, 12));
  });

  test("with nothing in it passes, without a word", async () => {
    const verdict = await gate.check({ text: "See you at nine.", to: "slack:C0TEAM" });
    expect(verdict).toMatchObject({ verdict: "pass", complete: true, findings: [], score: 0, unscanned: [] });
    expect(verdict).not.toHaveProperty("text");
    expect(verdict).not.toHaveProperty("notes");
  });

  test("that may leave masked is given masked", async () => {
    const verdict = await gate.check({ text: `${leak}, née 🙂`, to: "telegram:chat:-1007" });
    expect(verdict.verdict).toBe("redact");
    expect(verdict.text).toBe("deploy with [secret:github-token] tonight, née 🙂");
    const again = await gate.check({ text: verdict.text ?? "", to: "telegram:chat:-1007" });
    expect(again.verdict).toBe("pass");
  });

  test("is not given masked where something else stops it", async () => {
    const verdict = await gate.check({ text: `${leak} for Zebulon Quux`, to: "telegram:chat:-1007" });
    expect(verdict.verdict).toBe("block");
    expect(verdict).not.toHaveProperty("text");
  });

  test("makes a claim only in the words that are allowed", async () => {
    const said = async (text: string): Promise<string[]> =>
      rulesOf(await gate.check({ text, to: "telegram:chat:-1007" }));
    expect(await said("We are ISO 27001\n certified by Quux  Register.")).toEqual([]);
    expect(await said("We are iso27001 compliant.")).toEqual(["claim/iso block"]);
    expect(await said("We are <b>ISO 27001</b> certified by **Quux** _Register_.")).toEqual([]);
    expect(await said("We are ISO<b>27001</b> compliant.")).toEqual(["claim/iso block"]);
    expect(await said("We are **ISO** *27001* compliant.")).toEqual(["claim/iso block"]);
    expect(await said("They say that we are ISO\r\n  27001 compliant.")).toEqual(["claim/iso block"]);
    expect(await said("They are ISO\n27001 certified\nby Quux Register.")).toEqual([]);
    expect(await said("Nothing is from ISO\n\n27001 lines")).toEqual([]);
    for (const space of ["&nbsp;", "&#160;", "&#xA0;", "&#8239;", "\u00a0", "\u202f", "\u3000"]) {
      expect(await said(`<p>We are ISO${space}27001 compliant.</p>`)).toEqual(["claim/iso block"]);
      expect(await said(`<p>ISO${space}27001 certified${space}by Quux${space}Register</p>`)).toEqual([]);
    }
    for (const hyphen of ["&shy;", "&#173;", "\u00ad"]) {
      expect(await said(`<p>We are I${hyphen}SO ${hyphen}27001 compliant.</p>`)).toEqual(["claim/iso block"]);
      expect(await said(`<p>ISO 27001 certi${hyphen}fied by Quux Regi${hyphen}ster</p>`)).toEqual([]);
    }
    const { findings } = await gate.check({ text: "ISO 27001!", to: "public" });
    expect(findings[0]?.remedy).toBe("Write it as the owner has allowed it: “ISO 27001 certified by Quux Register”.");
  });
});

test.each([
  [
    "a session's line with a home directory",
    '{"parentUuid":null,"isSidechain":false,"cwd":"/Users/mira.heron/site","sessionId":"{uuid}","type":"user"}',
    ["infrastructure/home-directory warn", "internal/session-transcript block"],
  ],
  [
    "a provider's error with an address",
    '{"error":{"message":"No key of mira.heron@fastmail.com works.","type":"authentication_error"}}',
    ["internal/provider-error block", "person/email warn"],
  ],
  [
    "a session's file below a home directory's name",
    "see ~/.claude/projects/-Users-mheron-site/{uuid}.jsonl",
    ["infrastructure/home-directory warn", "internal/memory-file warn"],
  ],
])("what is internal is told whatever else stands in it: %s", async (_, template, rules) => {
  expect(rulesOf(await gate.check({ text: fill(template), to: "slack:C0TEAM" })).toSorted()).toEqual(rules);
});

describe("a text with marks", () => {
  test.each([
    ["a token split by tags", `use ${token.slice(0, 12)}<b>${token.slice(12)}</b> today`, "secret/github-token"],
    ["a token split by marks", `use ${token.slice(0, 12)}**${token.slice(12)}** today`, "secret/github-token"],
    ["an address behind a reference", "write to carol.lindqvist&#64;fastmail.com", "person/email"],
    ["an address in bold letters", "write to carol.lindqvist@**fastmail**.com", "person/email"],
    ["a number half in italics", "Ruf an: <i>030</i> 23486719", "person/phone"],
    ["a host of which a part is a link", "see db-7.[internal](https://example.com)/x", "infrastructure/internal-host"],
  ])("is read as whoever gets it does: %s", async (_, text, rule) => {
    for (const message of [{ text }, { parts: [{ json: { text } }] }]) {
      const verdict = await gate.check({ ...message, to: "public" });
      expect(verdict.findings.map(({ ruleId }) => ruleId)).toEqual([rule]);
      expect(gate.checkSync({ ...message, to: "public" }).findings).toEqual(verdict.findings);
    }
    const masked = gate.redact(text);
    expect((await gate.check({ text: masked, to: "public" })).findings).toEqual([]);
  });

  test("is read to its end, however long it is", async () => {
    const text = `${"Nothing in **this** line.\n".repeat(20_000)}use ${token.slice(0, 12)}<b>${token.slice(12)}</b>`;
    expect(rulesOf(await gate.check({ text, to: "public" }))).toEqual(["secret/github-token block"]);
  });

  test("is read without disguises of its letters, and masked where they stand", async () => {
    const hidden = Array.from(token, (one) => String.fromCodePoint(0xe0000 + (one.codePointAt(0) ?? 0))).join("");
    const spelled = [..."Zebulon Quux"].join(" ");
    for (const to of ["telegram:chat:-1007", "public"])
      expect(rulesOf(await gate.check({ text: `Thanks${hidden}! Yours, ${spelled}.`, to }))).toEqual([
        `secret/github-token ${to === "public" ? "block" : "redact"}`,
        "term/person block",
      ]);
    expect(gate.redact(`Thanks${hidden}! Yours, ${spelled}.`)).toMatch(
      /^Thanks\[secret:[^\]]+\]! Yours, \[term[^\]]*\]\.$/,
    );
  });

  test("says nothing that is not there: what hides a part of a number joins nothing", async () => {
    const text = "card ****1234, +49 176 ****2291, 2*3*4, snake_case_name, a < b > c, <3, `x`, 5 &amp; 6";
    expect(await gate.check({ text, to: "public" })).toMatchObject({ verdict: "pass", findings: [] });
  });
});

describe("parts", () => {
  test("are judged together, and each finding names its part", async () => {
    const parts = [{ text: "the photo" }, { bytes: Buffer.from(leak), fileName: "zebulon-quux.txt" }];
    const { findings, verdict } = await gate.check({ parts, to: "public" });
    expect(verdict).toBe("block");
    expect(findings.map(({ ruleId, document, surface }) => `${ruleId} ${document} ${surface}`)).toEqual([
      "term/person [term 12].txt file name",
      "secret/github-token [term 12].txt text",
    ]);
  });

  test("of JSON are searched in keys and values, and masked in their places", async () => {
    const json = {
      blocks: [{ type: "section", text: leak }, 7, null, true],
      [token]: "a key",
      ["__proto__"]: { nested: `${token} ${token}` },
      when: new Date(0),
    };
    const { verdict, parts, findings } = await gate.check({ parts: [{ json }], to: "telegram:chat:-1007" });
    expect(verdict).toBe("redact");
    expect(findings.map(({ surface }) => surface)).toEqual([
      "JSON $.blocks[0].text",
      "JSON $.…",
      "JSON $.__proto__.nested",
      "JSON $.__proto__.nested",
    ]);
    const expected = `{"blocks":[{"type":"section","text":"deploy with [secret:github-token] tonight"},7,null,true],"__proto__":{"nested":"[secret:github-token] [secret:github-token]"},"when":"1970-01-01T00:00:00.000Z","[secret:github-token]":"a key"}`;
    expect(JSON.stringify(parts?.[0] && "json" in parts[0] ? parts[0].json : undefined)).toBe(expected);
  });

  test("of JSON with bytes in them are searched as the text that they are, and stay bytes where nothing is found", async () => {
    const json = { body: Buffer.from(`use ${token}`), icon: new Uint8Array([1, 2]) };
    const { verdict, parts } = await gate.check({ parts: [{ json }], to: "telegram:chat:-1007" });
    expect(verdict).toBe("redact");
    const expected = JSON.stringify({ body: "use [secret:github-token]", icon: Buffer.from([1, 2]) });
    expect(JSON.stringify(parts?.[0] && "json" in parts[0] ? parts[0].json : undefined)).toBe(expected);
  });

  test("of JSON show a key beside its value, as detectors know them", async () => {
    const json = { password: fill("{base62:12}7Q!x") };
    expect((await gate.check({ parts: [{ json }], to: "public" })).verdict).toBe("block");
  });

  const password = fill("{base62:9}7Q!x");
  const split: Readonly<Record<string, unknown>> = {
    "Slack's rich text": {
      type: "rich_text_section",
      elements: [
        { type: "text", text: "the database password is " },
        { type: "text", text: password, style: { code: true } },
      ],
    },
    "Slack's rich text in a block of its own": {
      elements: [
        { type: "rich_text_section", elements: [{ type: "text", text: "the database password is:" }] },
        { type: "rich_text_preformatted", elements: [{ type: "text", text: password }] },
      ],
    },
    "runs of an Adaptive Card": {
      type: "RichTextBlock",
      inlines: [
        { type: "TextRun", text: "the wifi pass" },
        { type: "TextRun", text: "word is " },
        { type: "TextRun", text: password, fontType: "monospace" },
      ],
    },
    "a post of Lark": {
      content: [
        [
          { tag: "text", text: "login: anna, password: " },
          { tag: "text", text: password },
        ],
      ],
    },
    "a paragraph of Notion": {
      rich_text: [
        { type: "text", text: { content: "my password is " }, plain_text: "my password is " },
        { type: "text", text: { content: password }, plain_text: password },
      ],
    },
  };

  test.each(Object.entries(split))("of JSON are read as who sees them reads them: %s", async (_name, json) => {
    const policy = { messages: { secret: "redact" } } as const;
    const masking = await openGate({ config: { ...policy, audiences: { group: ["slack:C1"] } } });
    const { verdict, parts } = await masking.check({ parts: [{ json }], to: "slack:C1" });
    expect(verdict).toBe("redact");
    const shown = JSON.stringify(parts);
    expect(shown).not.toContain(password);
    expect(shown).toMatch(/password|wifi pass/);
  });

  test("of JSON that stand beside each other tell nothing together that they do not say", async () => {
    const json = {
      fields: [
        { type: "mrkdwn", text: "*Password* reset" },
        { type: "mrkdwn", text: "Tuesday7 release" },
      ],
    };
    expect((await gate.check({ parts: [{ json }], to: "public" })).verdict).toBe("pass");
  });

  test("that have to be waited for are not passed by who cannot wait, and the verdict says what to do", async () => {
    const parts = [{ bytes: Buffer.from("%PDF-1.7\nno more of it\n"), fileName: "offer.pdf" }];
    const { verdict, unscanned } = gate.checkSync({ parts, to: "public" });
    expect(verdict).toBe("block");
    expect(unscanned).toMatchObject([{ kind: "failed", reason: "what reads a part of it has to be waited for" }]);
    expect((await gate.check({ parts, to: "public" })).complete).toBe(true);
  });

  test("that cannot be masked are not sent", async () => {
    const parts = [{ bytes: Buffer.from(leak) }];
    expect((await gate.check({ parts, to: "telegram:chat:-1007" })).verdict).toBe("block");
  });
});

describe("a check that cannot be made blocks, and does not throw", () => {
  const endless: Record<string, unknown> = {};
  endless["self"] = { endless };
  const throwing = {
    get secret(): string {
      return fail();
    },
  };
  const throwingTraps: ProxyHandler<object> = { get: fail, has: fail, ownKeys: fail, getPrototypeOf: fail };
  const returning: object = { toJSON: () => ({ again: returning }) };
  let deep: unknown = leak;
  for (let depth = 0; depth < 100_000; depth++) deep = [deep];
  test.each<[string, Message]>([
    ["nothing", { to: "public" }],
    ["no part", { parts: [], to: "public" }],
    ["what refers to itself", { parts: [{ json: endless }], to: "public" }],
    ["a getter that throws", { parts: [{ json: throwing }], to: "public" }],
    ["a proxy that throws", { parts: [{ json: new Proxy({}, throwingTraps) }], to: "public" }],
    ["a proxy in place of a part", odd({ parts: [new Proxy({}, throwingTraps)], to: "public" })],
    ["a proxy in place of a message", odd(new Proxy({}, throwingTraps))],
    ["a toJSON that throws", { parts: [{ json: { toJSON: fail } }], to: "public" }],
    ["a toJSON that gives what has it", { parts: [{ json: returning }], to: "public" }],
    ["bytes that are none", odd({ parts: [{ bytes: "text" }], to: "public" })],
    ["a file name that is none", odd({ parts: [{ bytes: Buffer.from(""), fileName: Symbol("x") }], to: "public" })],
    ["parts that are no list", odd({ parts: 7, to: "public" })],
    ["a target that is none", odd({ text: leak, to: { toString: fail } })],
    ["a text that is none", odd({ text: 7, to: "public" })],
    ["a part that is none", odd({ parts: [{}], to: "public" })],
    ["a null", odd(null)],
    ["no target", odd({ text: leak })],
  ])("%s", async (_, message) => {
    for (const verdict of [await gate.check(message), gate.checkSync(message)]) {
      expect(verdict.verdict).toBe("block");
      expect(verdict.complete).toBe(false);
      expect(verdict.unscanned).toMatchObject([{ kind: "failed" }]);
      expect(JSON.stringify(verdict)).not.toContain(token.slice(4, 12));
    }
  });

  test("JSON of any depth is searched", async () => {
    expect(rulesOf(await gate.check({ parts: [{ json: deep }], to: "public" }))).toEqual(["secret/github-token block"]);
  });

  test("JSON of any width, and what JSON has no word for, is searched", async () => {
    const wide = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key ${index}`, index]));
    const values = [9n, Symbol("x"), () => 1, Object("boxed"), NaN, -0, new Map([[1, 2]]), undefined, Object(token)];
    const json = Object.assign(Object.create(null), { wide, values });
    const { findings, complete } = await gate.check({ parts: [{ json }], to: "public" });
    expect(complete).toBe(true);
    expect(findings.map(({ surface }) => surface)).toEqual(["JSON $.values[8]"]);
  });

  test("JSON without an end runs into the deadline", async () => {
    const traps: ProxyHandler<object> = { get: (_, key) => (key === "toJSON" ? undefined : new Proxy({}, traps)) };
    traps.ownKeys = () => ["a", "b"];
    traps.getOwnPropertyDescriptor = () => ({ enumerable: true, configurable: true });
    const { verdict, unscanned } = await gate.check(
      { parts: [{ json: new Proxy({}, traps) }], to: "public" },
      { timeout: 20 },
    );
    expect(verdict).toBe("block");
    expect(unscanned).toMatchObject([{ reason: "the time ran out: 20 ms were not enough" }]);
  });

  test.each([
    ["no target", { text: "hi" }, "its target (`to`) is no text"],
    ["a text that is none", { text: 5, to: "group" }, "the text of a message is no string"],
    [
      "a part of two kinds, of which only one would be searched",
      { parts: [{ text: "hi", json: {} }], to: "group" },
      "a part of a message has more than one of text, json and bytes",
    ],
    ["a part that is none", { parts: [{}], to: "group" }, "a part of a message has neither text nor json nor bytes"],
  ])("says what is wrong with the call: %s", async (_, message, reason) => {
    const wrong = odd(message);
    for (const { verdict, unscanned } of [await gate.check(wrong), gate.checkSync(wrong)])
      expect({ verdict, unscanned }).toEqual({
        verdict: "block",
        unscanned: [{ document: "message", reason, kind: "failed" }],
      });
  });

  test.each([null, { timeout: NaN }, { timeout: "soon" }, { signal: { aborted: true } }])(
    "options that are none: %j",
    async (options) => {
      const message = { text: leak, to: "public" };
      const wrong = options as unknown as CheckOptions;
      expect((await gate.check(message, wrong)).verdict).toBe("block");
      expect(gate.checkSync(message, wrong).verdict).toBe("block");
    },
  );

  test("a text of 10 MB is searched to its end", async () => {
    const text = `${"See you at nine, and bring the slides. ".repeat(260_000)}${leak}`;
    const { findings, scanned } = await gate.check({ text, to: "public" }, { timeout: 600_000 });
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(["secret/github-token"]);
    expect(scanned.bytes).toBe(text.length);
  });

  test("a deadline", async () => {
    const text = "lorem ipsum ".repeat(1_000_000);
    const { verdict, unscanned } = await gate.check({ text, to: "public" }, { timeout: 0 });
    expect(verdict).toBe("block");
    expect(unscanned).toEqual([
      { document: "message", reason: "the time ran out: 0 ms were not enough", kind: "failed" },
    ]);
    expect(gate.checkSync({ text, to: "public" }, { timeout: 0 }).verdict).toBe("block");
  });

  test("a deadline in the midst of what has something to look at in every line, whoever asks", async () => {
    let reads = 0;
    const real = performance.now.bind(performance);
    // Each time that the clock is read a second is over: how often it is read tells how soon the check ends.
    const clock = vi.spyOn(performance, "now").mockImplementation(() => real() + 1000 * reads++);
    try {
      const text = "call me at 0151 2345678, our revenue 12 \n".repeat(20_000);
      const options = { timeout: 30_000 };
      const reason = { reason: "the time ran out: 30000 ms were not enough" };
      expect(gate.checkSync({ text, to: "group" }, options)).toMatchObject({ verdict: "block", unscanned: [reason] });
      reads = 0;
      expect(await gate.check({ text, to: "group" }, options)).toMatchObject({ verdict: "block", unscanned: [reason] });
    } finally {
      clock.mockRestore();
    }
  });

  test("a signal, before and while it is made", async () => {
    const message = { text: "lorem ipsum ".repeat(8_000_000), to: "public" };
    expect((await gate.check(message, { signal: AbortSignal.abort() })).verdict).toBe("block");
    const late = new AbortController();
    setImmediate(() => {
      late.abort();
    });
    const { verdict, unscanned } = await gate.check(message, { signal: late.signal, timeout: 600_000 });
    expect(verdict).toBe("block");
    expect(unscanned).toMatchObject([{ reason: "the check was aborted" }]);
  });
});

test("whatever is sent, both ways of checking say the same", async () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(token, "Zebulon Quux", "ZEBULON\u00ADQUUX", "bluefin", "ISO 27001", "\n", "10.0.0.5"),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(" "));
  const part = fc.oneof(
    fc.record({ text }),
    fc.record({ json: fc.jsonValue() }),
    fc.record({ json: fc.dictionary(text, fc.array(text)) }),
    fc.record({ bytes: text.map((one) => Buffer.from(one)), fileName: text }),
  );
  const to = fc.constantFrom("telegram:chat:42", "slack:C0TEAM", "telegram:chat:-1001", "owner", "public", "x");
  await fc.assert(
    fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 4 }), to, async (parts, target) => {
      const { id: _, time: __, milliseconds: ___, ...one } = await gate.check({ parts, to: target });
      const { id: _a, time: _b, milliseconds: _c, ...other } = gate.checkSync({ parts, to: target });
      expect(other).toEqual(one);
    }),
    { numRuns: 200 },
  );
});

test("whatever is redacted passes where it was to go", async () => {
  let redacted = 0;
  const piece = fc.oneof(fc.string(), fc.constantFrom(token, "\n"));
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(" "));
  const part = fc.oneof(fc.record({ text }), fc.record({ json: fc.dictionary(text, fc.array(text)) }));
  await fc.assert(
    fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 4 }), async (parts) => {
      const to = "telegram:chat:-1001";
      const sent = await gate.check({ parts, to });
      if (sent.verdict !== "redact") return;
      redacted++;
      expect(await gate.check({ parts: sent.parts ?? [], to })).toMatchObject({ verdict: "pass", findings: [] });
    }),
    { numRuns: 200 },
  );
  expect(redacted).toBeGreaterThan(100);
});

describe("with the mark of what was written for the machine goes all of it", () => {
  test.each([
    [
      "Hi!\n<think>\nMia asked for the address, so I stay vague.\n</think>\nI can't say.",
      "thinking",
      "Hi!\n",
      "\nI can't say.",
    ],
    [`Hi!\n<think>\n${"I look at it.\n".repeat(40)}</think>\nI can't say.`, "thinking", "Hi!\n", "\nI can't say."],
    ["<thinking>\nMia asked for the address, so I stay vague.", "thinking", "", ""],
    ["She is not in the list, so I stay vague.\n</think>\n\nI can't say.", "thinking", "", "\n\nI can't say."],
    ["<|channel|>analysis<|message|>User asks for it.<|end|>I can't say.", "thinking", "", "I can't say."],
    [
      '[{"type":"thinking","thinking":"The owner said \\"no\\" to it","signature":""}]',
      "thinking",
      "[{",
      '","signature":""}]',
    ],
    ["ok <system-reminder>\nThe user opened notes.md.\n</system-reminder>\nDone.", "context-block", "ok ", "\nDone."],
    [
      "<<<BEGIN_OPENCLAW_INTERNAL_CONTEXT>>>\nMia\n<<<END_OPENCLAW_INTERNAL_CONTEXT>>>\nHi!",
      "context-block",
      "",
      "\nHi!",
    ],
    ['Sender (untrusted metadata):\n```json\n{"name":"Mia"}\n```\nHi!', "context-block", "", "\nHi!"],
    ["[Subagent Context] You are a subagent of Mia's.\n\nHi!", "context-block", "", "\n\nHi!"],
    ["<|im_start|>system\nYou are Kiln, who never tells prices.<|im_end|>Hi!", "system-prompt", "", "Hi!"],
    ['{"role": "system", "content": "You are a careful bookkeeper. Say \\"no\\"."}', "system-prompt", "{", '"}'],
    ['<tool_call>\n{"name": "read_mail", "arguments": {"from": "Mia"}}\n</tool_call>Hi!', "tool-trace", "", "Hi!"],
    ['[TOOL_CALLS][{"name": "read_mail", "arguments": {"from": "Mia"}}]\nHi!', "tool-trace", "", "\nHi!"],
    ['<function_calls>\n<invoke name="read_mail">\n</invoke>\n</function_calls>\nHi!', "tool-trace", "", "\nHi!"],
    ['<tool_response>{"name":"calendar","content":"3 events"}</tool_response>Hi!', "tool-trace", "", "Hi!"],
    [
      'Thought: I look it up.\nAction: calendar.list\nAction Input: {"day":"today"}\nObservation: 3 events\nFinal Answer: Hi!',
      "agent-step",
      "",
      "\nFinal Answer: Hi!",
    ],
    ['### Tool result: read_mail\n{"messages":["Re: contract"]}\n\nHi!', "agent-step", "### ", "\n\nHi!"],
    ['<invoke name="read_mail">\n<parameter name="from">Mia</parameter>\n</invoke>\nHi!', "tool-trace", "", "\nHi!"],
  ])("%j", (text, rule, before, after) => {
    const masked = gate.redact(text);
    expect(masked).toBe(`${before}[internal:${rule}]${after}`);
    expect(gate.redact(masked)).toBe(masked);
  });

  test("and in JSON no more than the value in which it stands", async () => {
    const redacting = await openGate({ config: { messages: { "internal/thinking": "redact" } } });
    const json = { text: "<think>\nMia asked for the address.", to: "Tom" };
    const { parts } = redacting.checkSync({ parts: [{ json }], to: "public" });
    expect(parts).toEqual([{ json: { text: "[internal:thinking]", to: "Tom" } }]);
  });
});

test("redact masks for the public, and what it has masked passes", async () => {
  const masked = gate.redact(`${leak}: Zebulon Quux`);
  expect(masked).toBe("deploy with [secret:github-token] tonight: [term]");
  expect(gate.redact(masked)).toBe(masked);
  expect((await gate.check({ text: masked, to: "public" })).verdict).toBe("pass");
});

test.each([
  "https://api.example.org/v1?access_token=«{base62:40}»&fields=id",
  "postgres://shop:«{base62:24}»@db:5432/shop",
  "git clone https://«ghp_{base62:30}{crc32}»@github.com/acme/site.git",
  "curl -u «sk_live_{base62:24}»: https://api.stripe.com/v1/charges",
  "docker login -u deployer -p «glpat-{base62:20}» registry.gitlab.com",
  'client = Sandbox(api_key="«e2b_{hex:40}»")',
  "aws s3 sync dist «s3://heron-files-{lower:6}»/v2",
  "Error: x\n    at pay («/srv/heron/pay{digits:2}.js:120:17»)\n    at run (/srv/heron/index.js:10:1)",
  "Error: x\n  at a («/srv/heron/a{digits:2}.js:1:1»)\n  at b (/srv/heron/b.js:1:1)\n  at c (/srv/heron/c.js:1:1)\n  at d (/srv/heron/d.js:1:1)",
  "sshd[812]: Accepted publickey for anna from «10.0.4.{digits:2}» port 51234 ssh2",
])("masking it again changes nothing: %s", (text) => {
  const shown = fill(text);
  const masked = gate.redact(shown.replaceAll(/[«»]/g, ""));
  expect(masked.replace(/\[(?:secret|infrastructure):[a-z\d-]+\]/, "…")).toBe(shown.replace(/«.*»/, "…"));
  expect(gate.redact(masked)).toBe(masked);
});

test.each(["Passwort ist {hole}", "login: anna:{hole}", "user: anna / pass: {hole}", 'the password is "{hole}"'])(
  "JSON in JSON is still JSON when something in it was masked: %s",
  (sentence) => {
    const told = sentence.replace("{hole}", fill("Kx{digits:1}Qm{digits:1}vL{digits:1}"));
    const masked = gate.redact(JSON.stringify({ payload: JSON.stringify({ text: told, to: "Tom" }) }));
    const { payload } = JSON.parse(masked);
    const { text, to } = JSON.parse(payload);
    expect(text.replace(/\[secret:[a-z-]+\]/, "{hole}")).toBe(sentence);
    expect(to).toBe("Tom");
  },
);

test("what only looks like a mask is searched: no rule has such a name", () => {
  for (const text of [
    `[secret:${fill("Tr{digits:1}mbone-{digits:4}")}]`,
    "[secret:Zebulon Quux]",
    "[person:zebulon-quux]",
  ])
    expect(gate.checkSync({ text: `the password is ${text}`, to: "public" }).verdict).toBe("block");
});

test("a text that begins like a picture is a text like any other", () => {
  const { verdict, unscanned } = gate.checkSync({ text: `GIF89a\nis a format\n`, to: "public" });
  expect({ verdict, unscanned }).toEqual({ verdict: "pass", unscanned: [] });
  expect(gate.redact(`GIF89a\n${leak}\n`)).toBe("GIF89a\ndeploy with [secret:github-token] tonight\n");
});

test("a gate that observes stops nothing, and says what it would", async () => {
  const watching = await openGate({ config: { ...config, observe: true } });
  const { verdict, findings, notes } = await watching.check({ text: leak, to: "somewhere" });
  expect(verdict).toBe("pass");
  expect(findings).toMatchObject([{ action: "block" }]);
  expect(notes).toEqual([
    "The config maps no audience to this target, so it counts as public.",
    'The gate only observes: this would be "block".',
  ]);
});

test.each<[string, Config, string]>([
  [
    "a topic that is everything",
    { claims: [{ name: "x", topic: "a*", allowed: ["y"] }] },
    '"claims.0.topic" of the config matches nothing at all',
  ],
  [
    "a topic that is no pattern",
    {
      claims: [
        { name: "x", topic: "ISO", allowed: ["y"] },
        { name: "y", topic: "(?<=ISO) 27001", allowed: ["y"] },
      ],
    },
    '"claims.1.topic" of the config is no pattern that RE2 takes',
  ],
  ["an action for a rule that there is not", { messages: { "secret/nothing": "pass" } }, "secret/nothing"],
])("a gate does not open with %s", async (_, wrong, message) => {
  await expect(openGate({ config: wrong })).rejects.toThrow(message);
});

test.each<[string, unknown, string]>([
  ["an action", { messages: { secret: "eat" } }, 'the config: "messages.secret": expected '],
  ["a text for a switch", { observe: "false" }, 'the config: "observe": expected '],
  ["a list that is no list", { denylist: "terms.txt" }, 'the config: "denylist": expected '],
  ["a key that there is not", { audiance: {} }, 'the config: "audiance": is not a key of the config.'],
  ["nothing", null, "is to be an object or the path of a file"],
])("what a program gives is checked as a file is, here %s", async (_, wrong, message) => {
  const given = { config: wrong as Config }; // as a program in JavaScript, or one that reads JSON, may give it
  await expect(openGate(given)).rejects.toThrow(message);
  await expect(openRedactor(given)).rejects.toThrow(message);
  await expect(createGate(given)).rejects.toThrow(message);
});

test("patterns of a config take time in proportion to the text", async () => {
  const hostile: Config = { claims: [{ name: "x", topic: "zzz(a+)+$|zzz(?:x|xx|xxx)*y", allowed: ["zzz"] }] };
  const careful = await openGate({ config: hostile });
  const text = `${"zzz" + "a".repeat(50_000)}! ${"zzz" + "x".repeat(50_000)}!`;
  expect((await careful.check({ text, to: "public" })).unscanned).toEqual([]);
});
