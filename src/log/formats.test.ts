import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gate, masked, placeholders, token } from "../../test/log-gate.ts";
import { walk } from "../model/steps.ts";
import { redactedBytes } from "./redact-bytes.ts";

const password = "correct horse staple";

/** Masks JSON, which it has to stay, in which nothing is left at any depth, and which does not change when it is masked again. */
async function redact(text: string): Promise<string> {
  const out = await walk(redactedBytes(Buffer.from(text), gate, placeholders));
  expect((await walk(redactedBytes(out, gate, placeholders))).equals(out)).toBe(true);
  const values =
    text.startsWith("{\n") || text.startsWith("[") ? [out.toString()] : out.toString().trimEnd().split("\n");
  for (const value of values)
    for (const read of readings(JSON.parse(value)))
      for (const secret of [token, password]) expect(read).not.toContain(secret);
  return out.toString();
}

/** Everything that a reader could make of a value: its texts, what is JSON in them, base64, and lists of bytes. */
function* readings(value: unknown): Generator<string> {
  if (typeof value === "string") {
    yield value;
    yield Buffer.from(value, "base64").toString();
    const inner = parsed(value);
    if (typeof inner === "object" || typeof inner === "string") yield* readings(inner);
  } else if (Array.isArray(value)) {
    yield Buffer.from(value.map(Number)).toString();
    for (const one of value as unknown[]) yield* readings(one);
  } else if (typeof value === "object" && value !== null)
    for (const [key, one] of Object.entries(value)) {
      yield key;
      yield* readings(one);
    }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Placeholders without their digits. */
function plain(text: string): string {
  return text.replaceAll(/:[0-9a-f]{4}\]/g, "]");
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

const exchange = {
  startedDateTime: "2026-07-01T10:20:30.000Z",
  time: 12.5,
  request: {
    method: "POST",
    url: `https://api.acme.example.io/v1?access_token=${token}&page=2`,
    headers: [
      { name: "Host", value: "api.acme.example.io" },
      { name: "Authorization", value: `Basic ${base64(`jane:${password}`)}` },
      { value: `sid=${password}`, name: "cookie" },
      { name: "X-Api-Key", value: password, comment: "" },
    ],
    queryString: [{ name: "access_token", value: token }],
    cookies: [{ name: "sid", value: password, path: "/", httpOnly: true, expires: null }],
    postData: {
      mimeType: "application/x-www-form-urlencoded",
      text: `user=jane&password=${encodeURIComponent(password)}`,
      params: [{ name: "password", value: password }],
    },
    headersSize: 120,
    bodySize: -1,
  },
  response: {
    status: 200,
    cookies: [],
    content: {
      size: 90,
      mimeType: "application/json",
      encoding: "base64",
      text: base64(JSON.stringify({ user: "jane", t: token, more: "of what was answered ".repeat(4) })),
    },
  },
  timings: { send: 0, wait: 10, receive: 1 },
};

const archive = { log: { version: "1.2", creator: { name: "Firefox", version: "128.0" }, entries: [exchange] } };

describe("HAR", () => {
  test("stays JSON over many lines and in one, with bodies, cookies, headers and forms", async () => {
    for (const space of [undefined, 2, "\t"]) {
      const out = JSON.parse(await redact(JSON.stringify(archive, undefined, space))) as {
        readonly log: { readonly entries: readonly [typeof exchange] };
      };
      const { request, response, timings } = out.log.entries[0];
      expect(plain(request.url)).toBe("https://api.acme.example.io/v1?access_token=[secret:github-token]&page=2");
      expect(request.headers.map(({ name, value }) => `${name}: ${plain(value)}`)).toEqual([
        "Host: api.acme.example.io",
        expect.stringMatching(/^Authorization: \[secret:[a-z-]+\]$/),
        "cookie: [secret:named-value]",
        "X-Api-Key: [secret:named-value]",
      ]);
      expect(plain(request.postData.text)).toBe("user=jane&password=[secret:connection-string]");
      expect(plain(request.postData.params[0]?.value ?? "")).toBe("[secret:named-value]");
      expect(request).toMatchObject({ method: "POST", headersSize: 120, bodySize: -1 });
      expect(response).toMatchObject({ status: 200, cookies: [], content: { size: 90, encoding: "base64" } });
      expect(timings).toEqual(exchange.timings);
    }
  });

  test("is masked in a body that was compressed, and in one of several megabytes", async () => {
    const zipped = gzipSync(JSON.stringify({ t: token })).toString("base64");
    const out = await redact(JSON.stringify({ content: { text: zipped, encoding: "base64" } }, undefined, 2));
    expect(out).not.toContain(zipped);
    const long = base64(`${"what a page has ".repeat(120_000)}${token} ${"and more of it ".repeat(90_000)}`);
    expect((await redact(JSON.stringify({ content: { text: long, size: 1 } }, undefined, 2))).length).toBeGreaterThan(
      4e6,
    );
  });
});

describe("Docker's JSON logs", () => {
  test.each([
    [`{"log":"use ${token}\\n","stream":"stdout"}`, `{"log":"use ${masked}\\n","stream":"stdout"}`],
    [
      `{"log":"\\u001b[32minfo\\u001b[0m: password=${password.replaceAll(" ", "+")}\\r\\n","stream":"stderr","time":"2026-07-01T10:20:30.123456789Z"}`,
      '{"log":"\\u001b[32minfo\\u001b[0m: password=[secret:told-login]\\r\\n","stream":"stderr","time":"2026-07-01T10:20:30.123456789Z"}',
    ],
    [
      JSON.stringify({ log: `${JSON.stringify({ req: { headers: { authorization: `Token ${password}` } } })}\n` }),
      '{"log":"{\\"req\\":{\\"headers\\":{\\"authorization\\":\\"[secret:named-value]\\"}}}\\n"}',
    ],
    [
      JSON.stringify({ log: `data: ${JSON.stringify(Buffer.from(`sent ${token}`))}\n`, attrs: { tag: "web" } }),
      `{"log":"data: {\\"type\\":\\"Buffer\\",\\"data\\":[115,101,110,116,32,${Buffer.from(masked).join(",")}]}\\n","attrs":{"tag":"web"}}`,
    ],
  ])("%s", async (line, expected) => {
    expect(plain(await redact(`${line}\n`))).toBe(`${plain(expected)}\n`);
  });
});

/** How a text stands in two or four bytes a character, with the byte order mark. */
const wideTexts: Readonly<Record<string, (text: string) => Buffer>> = {
  "UTF-16LE": (text) => Buffer.from(`\uFEFF${text}`, "utf16le"),
  "UTF-16BE": (text) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16(),
  "UTF-32LE": (text) => Buffer.from(`\uFEFF${text}`.replaceAll(/[^]/g, "$&\0"), "utf16le"),
};

test.each(Object.entries(wideTexts))("in %s a mask is written in the encoding of the log", async (_name, wide) => {
  const lines = Array.from({ length: 4000 }, (_line, at) => `nothing ${at}\r\n`).join("");
  const log = wide(`${lines}token ${token}\r\n${lines}{"password":"${password}"}\r\nпароль\r\n`);
  const expected = `${lines}token ${masked}\r\n${lines}{"password":"${placeholders.of("secret/named-value", Buffer.from(password))}"}\r\nпароль\r\n`;
  const out = await walk(redactedBytes(log, gate, placeholders));
  expect(out.equals(wide(expected))).toBe(true);
  expect((await walk(redactedBytes(out, gate, placeholders))).equals(out)).toBe(true);
});

test("what Go prints as a list of bytes is masked in it", async () => {
  const listed = Buffer.from(`token ${token}`).join(" ");
  const out = JSON.parse(await redact(`${JSON.stringify({ log: `{Body:[${listed}] Retry:3}\n` })}\n`)) as {
    log: string;
  };
  const [, numbers = ""] = /^\{Body:\[([\d ]+)\] Retry:3\}\n$/.exec(out.log) ?? [];
  expect(plain(Buffer.from(numbers.split(" ").map(Number)).toString())).toBe("token [secret:github-token]");
});

test("what journalctl -o json writes as a list of bytes is masked in it", async () => {
  const message = `\x1b[31mfailed\x1b[0m: ${token}\nAuthorization: Basic ${base64(`jane:${password}`)}\n`;
  const line = { __CURSOR: "s=1", MESSAGE: [...Buffer.from(message)], _PID: "12", PASSWORD: password };
  const out = JSON.parse(await redact(`${JSON.stringify(line)}\n`)) as typeof line;
  expect(plain(Buffer.from(out.MESSAGE).toString()).replaceAll("\x1b", "<ESC>")).toMatch(
    /^<ESC>\[31mfailed<ESC>\[0m: \[secret:github-token\]\nAuthorization: \[secret:[a-z-]+\]\n$/,
  );
  expect(out).toMatchObject({ __CURSOR: "s=1", _PID: "12" });
});

describe("sessions of agents", () => {
  test("are masked in JSON in strings of JSON, however deep, and stay JSON at every depth", async () => {
    let inner: unknown = {
      command: `curl -H "X-Api-Key: ${password}"`,
      env: { API_TOKEN: password },
      out: `t ${token}\n`,
    };
    for (let depth = 1; depth <= 5; depth++) {
      inner = { type: "tool_result", content: JSON.stringify(inner) };
      const out = await redact(`${JSON.stringify({ type: "user", uuid: "1", message: inner })}\n`);
      let read: unknown = (JSON.parse(out) as { message: unknown }).message;
      for (let level = 0; level < depth; level++) read = JSON.parse((read as { content: string }).content) as unknown;
      expect(plain(JSON.stringify(read))).toBe(
        '{"command":"curl -H \\"X-Api-Key: [secret:named-value]\\"","env":{"API_TOKEN":"[secret:named-value]"},"out":"t [secret:github-token]\\n"}',
      );
    }
  });

  test("hold nothing at any depth, whatever is around it", async () => {
    const secret = fc.constantFrom(
      { password },
      { headers: { Authorization: `Bearer ${password}` } },
      { headers: [{ name: "Cookie", value: `sid=${password}` }] },
      { text: `use ${token}` },
      { text: `\u001b[1m${token}\u001b[0m` },
      { data: [...Buffer.from(token)] },
      { body: base64(`{"token":"${token}","and":"more of it"}`) },
      { api_key: [password, { inner: password }] },
    );
    const noise = fc.oneof(
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom('"', "\\", '\\"', "\\\\", "{", "[", "\n", "\\n", "'", "${", "password", "= ", "\u2028"),
      fc.double({ noNaN: true }),
      fc.boolean(),
      fc.constant(null),
    );
    const wraps = fc.array(fc.tuple(fc.boolean(), noise, noise), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(secret, wraps, fc.boolean(), async (first, layers, isPretty) => {
        let value: unknown = first;
        for (const [isString, before, after] of layers)
          value = {
            a: before,
            content: isString ? JSON.stringify(value, undefined, isPretty ? 1 : 0) : value,
            z: after,
          };
        await expect(redact(JSON.stringify(value, undefined, isPretty ? 2 : 0))).resolves.toContain(":");
      }),
      { numRuns: 400 },
    );
  });
});
