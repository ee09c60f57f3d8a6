import { chmodSync, existsSync, readdirSync, readFileSync, readlinkSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { createFolder, createRepository, type Place, program, type Repository, type Run } from "./repository.ts";
import { onTerminal } from "./terminal.ts";

const plain = ".privacy_deny_list";
const lock = "denylist/terms.lock";
const sealed = "denylist/terms.age";

/** Runs `outgate deny` with a text on stdin. */
function deny(place: Place, args: readonly string[], input = ""): Run {
  return place.runWith(input, process.execPath, program, "deny", ...args);
}

/** A run that must succeed. */
function done(place: Place, args: readonly string[], input = ""): string {
  const { code, stdout, stderr } = deny(place, args, input);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout;
}

/** What a run that could do nothing says. */
function refused(run: Run): string {
  expect({ code: run.code, stdout: run.stdout }).toEqual({ code: 2, stdout: "" });
  return run.stderr;
}

function keyFile({ environment }: Place): string {
  return join(environment["XDG_CONFIG_HOME"] ?? "", "outgate/key");
}

function modeOf(path: string): number {
  return statSync(path).mode & 0o777;
}

const family = "# family\nJane Q. Public\nZebulon Quux # the elder\ncodename: bluefin\nsecret: hunter2!hunter2\n";

function withFamily(): Repository {
  const repository = createRepository();
  done(repository, ["add"], family);
  return repository;
}

describe("outgate deny add", () => {
  test("takes terms from stdin into a list that git ignores and nobody else reads", () => {
    const repository = createRepository();
    expect(done(repository, ["add"], family)).toBe("4 terms added to .privacy_deny_list.\n");
    expect(repository.read(plain)).toBe(
      "person: Jane Q. Public\nperson: Zebulon Quux\ncodename: bluefin\nsecret: hunter2!hunter2\n",
    );
    expect(modeOf(join(repository.path, plain))).toBe(0o600);
    expect(repository.git("status", "--porcelain")).toBe("");
    expect(done(repository, ["add"], "bluefin\ncodename: bluefin\n")).toBe(
      "1 term added to .privacy_deny_list; 1 was there.\n",
    );
  });

  test("keeps comments, order and permissions of the list", () => {
    const repository = createRepository();
    repository.write(".gitignore", plain);
    repository.write(plain, "# family\n\nJane Public");
    chmodSync(join(repository.path, plain), 0o640);
    done(repository, ["add"], "Sam Sample");
    expect(repository.read(plain)).toBe("# family\n\nJane Public\nperson: Sam Sample\n");
    expect(modeOf(join(repository.path, plain))).toBe(0o640);
    expect(readdirSync(repository.path).toSorted()).toEqual([".git", ".gitignore", plain]);
  });

  test("asks on a terminal, line by line", async () => {
    const repository = createRepository();
    const { code, stdout } = await onTerminal(
      repository,
      ["deny", "add"],
      "Jane Public\npersom: Sam\ncodename: bluefin\n\n",
    );
    expect(code).toBe(0);
    expect(stdout).toContain("Terms to deny, one in each line; an empty line ends.");
    expect(stdout).toContain("That begins with a kind that does not exist.");
    expect(stdout).toContain("2 terms added to .privacy_deny_list.");
    expect(repository.read(plain)).toBe("person: Jane Public\ncodename: bluefin\n");
  });

  test("keeps nothing of what was typed before Ctrl-C", async () => {
    const repository = createRepository();
    const { code, stdout } = await onTerminal(repository, ["deny", "add"], "Jane Public\n\x03");
    expect(code).toBe(2);
    expect(stdout).toContain("outgate: stopped at the question, and nothing was changed.");
    expect(existsSync(join(repository.path, plain))).toBe(false);
  });

  test.each([
    ["Zebulon"],
    ["add", "Zebulon"],
    ["add", "--", "Zebulon"],
    ["add", "--Zebulon"],
    ["add", "--to", "Zebulon"],
    ["remove", "Zebulon Quux"],
  ])("takes no term from the command line: %j %j", (...args) => {
    const repository = createRepository();
    const said = refused(deny(repository, args, "Jane Public\n"));
    expect(said).not.toMatch(/zebulon/i);
    expect(said).toMatch(
      /^outgate: `deny(?:` has no such action| (?:add|remove)` takes no terms, and no other flags, from the command line)/,
    );
    expect(existsSync(join(repository.path, plain))).toBe(false);
  });

  test("tells which of the terms are weak, by number", () => {
    const repository = createRepository();
    expect(done(repository, ["add"], "Zebulon Quux\n\nrun\nKay\nMark Page\n")).toBe(
      "4 terms added to .privacy_deny_list.\nTerm 2 (line 2) is weak: one word that many texts have.\nTerm 3 (line 3) is weak: fewer than five letters.\n" +
        "Term 4 (line 4) is weak: words that many texts have, also beside each other; `exact:` is found as it is written alone.\n",
    );
  });

  test("changes nothing where a line is wrong, or there is none", () => {
    const repository = withFamily();
    const before = repository.read(plain);
    expect(refused(deny(repository, ["add"], "Sam Sample\npersom: Zebulon\n"))).toMatch(
      /^outgate: line 2 of the deny list on stdin begins with a kind that does not exist\.\n/,
    );
    expect(refused(deny(repository, ["add"], "# nothing\n"))).toMatch(
      /^outgate: no term was given, so nothing was changed\.\n/,
    );
    expect(repository.read(plain)).toBe(before);
  });

  test("refuses a list that git tracks, unless the config allows it", () => {
    const repository = createRepository();
    repository.commitFile(plain, "Jane Public\n");
    expect(refused(deny(repository, ["add"], "Sam Sample\n"))).toMatch(
      /^outgate: the deny list \.privacy_deny_list is plain text, and git tracks it: /,
    );
    repository.write("outgate.config.json", `{ "denylist": { "stores": ["${plain}"], "private": true } }`);
    done(repository, ["add"], "Sam Sample\n");
    expect(repository.read(plain)).toBe("Jane Public\nperson: Sam Sample\n");
  });

  test("outside of a repository needs a list's name", () => {
    const folder = createFolder();
    expect(refused(deny(folder, ["add"], "Jane Public\n"))).toMatch(
      /^outgate: here is no repository, and no list is named\.\n/,
    );
    done(folder, ["add", "--denylist", "lists/mine"], "Jane Public\n");
    expect(folder.read("lists/mine")).toBe("person: Jane Public\n");
    expect(modeOf(join(folder.path, "lists"))).toBe(0o700);
  });
});

describe("outgate deny add --from-env", () => {
  const values = ['secret: " two words "', 'secret: "line\\nbreak"', "secret: hunter2!hunter2"];

  test("takes the values of an env file, but for short and common ones", () => {
    const repository = createRepository();
    repository.write(
      ".env.mail",
      "# mail\nexport SMTP_PASSWORD=hunter2!hunter2 # a comment\nA=' two words '\nB=\"line\nbreak\"\nNODE_ENV=production\nREGION=eu-central-1\nURL=http://localhost:3000\nPORT=587\nAGAIN=hunter2!hunter2\n",
    );
    expect(done(repository, ["add", "--from-env", ".env.mail"])).toBe(
      "3 terms added to .privacy_deny_list; 4 values left out: too short, or in many texts.\n",
    );
    expect(repository.read(plain).trim().split("\n").toSorted()).toEqual(values);
  });

  test.each([
    ["as env", "A=hunter2!hunter2\nB=' two words '\nC=\"line\nbreak\"\n"],
    ["as JSON", JSON.stringify({ a: "hunter2!hunter2", b: { c: [" two words "] }, d: "line\nbreak", e: 5, f: null })],
    [
      "of HashiCorp's vault",
      JSON.stringify({
        request_id: "0a1b2c3d-4e5f",
        data: {
          data: { a: "hunter2!hunter2", b: " two words ", c: "line\nbreak" },
          metadata: { created_time: "2026-01-01T00:00:00Z" },
        },
      }),
    ],
  ])("takes a vault's export on stdin, %s", (_, text) => {
    for (const args of [
      ["add", "--from-env", "-"],
      ["add", "--from-env"],
    ]) {
      const repository = createRepository();
      done(repository, args, text);
      expect(repository.read(plain).trim().split("\n").toSorted()).toEqual(values);
    }
  });

  test("tells nothing of what it cannot read", () => {
    const repository = createRepository();
    expect(refused(deny(repository, ["add", "--from-env"], '{ "a": "hunter2!hunter2" '))).toBe(
      "outgate: the export begins as JSON and is none.\nExport it again, as JSON or as NAME=value lines.\n",
    );
    expect(refused(deny(repository, ["add", "--from-env", "nowhere"]))).toMatch(
      /^outgate: the env file is not there\.\n/,
    );
    expect(refused(deny(repository, ["add", "--from-env"], "A=short\n"))).toMatch(
      /^outgate: there is no value of eight characters/,
    );
  });
});

describe("outgate deny remove", () => {
  test("takes terms out, and nothing where one is not there", () => {
    const repository = withFamily();
    expect(refused(deny(repository, ["remove"], "bluefin\nSam Sample\n"))).toBe(
      "outgate: of the given terms number 2 is not in .privacy_deny_list, so nothing was removed.\n`outgate deny list` shows them as they stand there.\n",
    );
    expect(done(repository, ["remove"], "bluefin\nsecret: hunter2!hunter2\n")).toBe(
      "2 terms removed from .privacy_deny_list.\n",
    );
    expect(repository.read(plain)).toBe("person: Jane Q. Public\nperson: Zebulon Quux\n");
  });
});

describe("outgate deny list", () => {
  test("shows the list on a terminal alone", async () => {
    const repository = withFamily();
    expect(refused(deny(repository, ["list"]))).toMatch(
      /^outgate: the deny list is shown on a terminal alone, and stdout is none\.\n/,
    );
    expect((await onTerminal(repository, ["deny", "list"])).stdout).toBe(
      ".privacy_deny_list (plain):\n    1  person: Jane Q. Public\n    2  person: Zebulon Quux\n    3  codename: bluefin\n    4  secret: hunter2!hunter2\n",
    );
  });

  test("cannot show a lock", async () => {
    const repository = withFamily();
    done(repository, ["lock"]);
    repository.run("rm", plain);
    const { code, stdout } = await onTerminal(repository, ["deny", "list"]);
    expect(code).toBe(2);
    expect(stdout.replaceAll("\n", " ")).toMatch(
      /^outgate: there is no list of terms here that can be read: a lock cannot be listed\. /,
    );
  });
});

describe("outgate deny lock", () => {
  test("makes a lock that can be committed, and a key where there is none", () => {
    const repository = withFamily();
    const told = done(repository, ["lock"]);
    expect(told).toBe(
      `4 terms locked in denylist/terms.lock; it can be committed.\nA key was made in ${keyFile(repository)}: keep a copy of it. CI gets it as the secret OUTGATE_KEY.\n`,
    );
    expect(modeOf(keyFile(repository))).toBe(0o600);
    expect(readFileSync(keyFile(repository), "utf8")).toMatch(/^[0-9a-f]{64}\n$/);
    const text = repository.read(lock);
    expect(text).toMatch(/^outgate-lock 2\n/);
    expect(text).not.toMatch(/jane|zebulon|quux|bluefin|hunter2/i);
    expect(done(repository, ["lock"])).toBe("4 terms locked in denylist/terms.lock (4 before); it can be committed.\n");
    expect(repository.read(lock)).toBe(text);
    expect(repository.git("status", "--porcelain", "--untracked-files=all")).toBe(`?? ${lock}`);
  });

  test.each(["lock", "rotate", "seal", "check"])("is not made of a part of the lists: %s", (action) => {
    const repository = withFamily();
    done(repository, ["lock"]);
    const before = repository.read(lock);
    repository.write("outgate.config.json", `{"denylist":{"stores":["${plain}","gone/terms","${lock}"]}}`);
    expect(refused(deny(repository, [action]))).toBe(
      "outgate: the deny list gone/terms is missing, so nothing was done.\nRestore it, or take it out of the config, `--denylist` or OUTGATE_DENYLIST, wherever it is named.\n",
    );
    expect(repository.read(lock)).toBe(before);
    expect(existsSync(join(repository.path, sealed))).toBe(false);
  });

  test.each(["add", "lock", "check"])("a link to a list that is not there is not taken for none: %s", (action) => {
    const repository = createRepository();
    const path = join(repository.path, plain);
    symlinkSync("/nowhere/terms", path);
    expect(refused(deny(repository, [action], "Sam Sample\n"))).toContain(
      `the deny list ${plain} is missing, so nothing was done.\n`,
    );
    expect(readlinkSync(path)).toBe("/nowhere/terms");
  });

  test("is asked for after the list was changed", () => {
    const repository = withFamily();
    done(repository, ["lock"]);
    expect(done(repository, ["add"], "Sam Sample\n")).toContain(
      "The lock does not know it yet: run `outgate deny lock`.",
    );
    expect(done(repository, ["lock"])).toContain("5 terms locked in denylist/terms.lock (4 before)");
  });

  test("does not make a second key where the first one is lost", () => {
    const repository = withFamily();
    done(repository, ["lock"]);
    repository.run("rm", keyFile(repository));
    expect(refused(deny(repository, ["lock"]))).toMatch(
      /^outgate: the lock denylist\/terms\.lock is there, and its key is not\.\n/,
    );
    expect(existsSync(keyFile(repository))).toBe(false);
  });

  test("takes OUTGATE_KEY before the key's file", () => {
    const repository = withFamily();
    done(repository, ["lock"]);
    const before = repository.read(lock);
    const key = readFileSync(keyFile(repository), "utf8");
    const other = key.split("").toReversed().join("");
    done(repository.with({ OUTGATE_KEY: other }), ["lock"]);
    expect(repository.read(lock)).not.toBe(before);
    done(repository, ["lock"]);
    expect(repository.read(lock)).toBe(before);
    expect(readFileSync(keyFile(repository), "utf8")).toBe(key);
  });

  test("says which values it cannot find", () => {
    const repository = createRepository();
    done(repository, ["add"], "secret: hunter2!hunter2\nsecret: with two spaces\n");
    expect(done(repository, ["lock"])).toContain(
      "1 value with spaces, quotation marks, brackets, commas or semicolons cannot be found by a lock; plain and sealed lists find them.\n",
    );
  });

  test("leaves no half-written file where it cannot write", () => {
    const repository = withFamily();
    repository.write("denylist", "a file where a folder should be");
    expect(refused(deny(repository, ["lock"]))).toMatch(/could not be written: /);
    expect(readdirSync(repository.path).toSorted()).toEqual([".git", plain, "denylist"]);
  });
});

/** That of an identity which outgate made in a place. */
function recipientOf(place: Place): string {
  place.write("x", "Jane Public\n");
  const told = done(place, ["seal", "--denylist", "x", "--output", "x.age"]);
  return /age1\w+/.exec(told)?.[0] ?? "none";
}

describe("outgate deny seal", () => {
  test("encrypts the list to its recipients and to an identity of one's own", async () => {
    const repository = withFamily();
    const friend = createFolder();
    const invited = recipientOf(friend);
    const told = done(repository, ["seal", "--to", invited]);
    expect(told).toContain("4 terms sealed to 2 recipients in denylist/terms.age; it can be committed.");
    expect(told).toContain(".privacy_deny_list is still there as plain text");
    expect(repository.read(sealed)).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n/);
    repository.run("rm", plain);
    const theirs = repository.with({ XDG_CONFIG_HOME: friend.environment["XDG_CONFIG_HOME"] });
    for (const place of [repository, theirs])
      expect((await onTerminal(place, ["deny", "list"])).stdout).toContain("    2  person: Zebulon Quux\n");
    // The friend changes it, and it is sealed to both again.
    expect(done(theirs, ["add"], "Sam Sample\n")).toBe("1 term added to denylist/terms.age.\n");
    expect((await onTerminal(repository, ["deny", "list"])).stdout).toContain("    5  person: Sam Sample\n");
    expect(done(repository, ["lock"])).toContain("5 terms locked");
    expect(done(repository, ["seal"])).toContain("5 terms sealed to 2 recipients");
  });

  test("refuses what is no recipient, and a list that it cannot open", () => {
    const repository = withFamily();
    expect(refused(deny(repository, ["seal", "--to", "age1nobody"]))).toMatch(/recipient 1 is no recipient of age/);
    expect(existsSync(join(repository.path, sealed))).toBe(false);
    done(repository, ["seal", "--to", recipientOf(createFolder())]);
    repository.run("rm", plain);
    const stranger = repository.with({ XDG_CONFIG_HOME: join(createFolder().path, "config") });
    expect(refused(deny(stranger, ["add"], "Sam Sample\n"))).toMatch(
      /^outgate: the sealed deny list .*terms\.age has no age identity/,
    );
  });
});

describe("outgate deny rotate", () => {
  test("makes a new key, and the lock anew", () => {
    const repository = withFamily();
    done(repository, ["lock"]);
    const [key, before] = [readFileSync(keyFile(repository), "utf8"), repository.read(lock)];
    expect(done(repository, ["rotate"])).toContain(
      "4 terms locked in denylist/terms.lock (4 before); it can be committed.\nA new key is in ",
    );
    expect(readFileSync(keyFile(repository), "utf8")).not.toBe(key);
    expect(modeOf(keyFile(repository))).toBe(0o600);
    const records = new Set(before.split("\n").filter((line) => /^[0-9a-f]{22}$/.test(line)));
    expect(
      repository
        .read(lock)
        .split("\n")
        .filter((line) => records.has(line)),
    ).toEqual([]);
    expect(refused(deny(repository.with({ OUTGATE_KEY: key }), ["rotate"]))).toMatch(/^outgate: OUTGATE_KEY is set/);
  });

  test("needs a list: a lock cannot be read", () => {
    const repository = withFamily();
    done(repository, ["lock"]);
    repository.run("rm", plain);
    const before = [readFileSync(keyFile(repository), "utf8"), repository.read(lock)];
    expect(refused(deny(repository, ["rotate"]))).toMatch(/^outgate: there is no list of terms here that can be read/);
    expect([readFileSync(keyFile(repository), "utf8"), repository.read(lock)]).toEqual(before);
  });
});

describe("outgate deny check", () => {
  test("tells per term, by number, how weak it is, and never the term", () => {
    const repository = createRepository();
    repository.commitFile("a.md", "by ZEBULON quux and pass=hunter2!hunter2,\n");
    repository.commitFile("a.md", "nothing\n");
    repository.git("update-ref", "refs/remotes/origin/main", "HEAD");
    repository.commitFile("b.md", "Jane Public\n");
    done(repository, ["add"], "Jane Public\nrun\nZebulon Quux\nsecret: hunter2!hunter2\ncodename: zqx\n山田太郎\n");
    expect(done(repository, ["check"])).toBe(
      [
        ".privacy_deny_list: term 2 (line 2): one word that many texts have.",
        ".privacy_deny_list: term 3 (line 3): the history of origin/main has it already, so whoever reads that knows it.",
        ".privacy_deny_list: term 4 (line 4): the history of origin/main has it already, so whoever reads that knows it.",
        ".privacy_deny_list: term 5 (line 5): fewer than five letters.",
        ".privacy_deny_list: 6 terms.",
        "4 terms of them are weak: found where nothing is told, or guessed soon.\n",
      ].join("\n"),
    );
  });

  test("knows a term that is published in another writing, in a name, a message or an encoding", () => {
    const repository = createRepository();
    const base64 = Buffer.from("the value is hunter2!hunter2, and more").toString("base64");
    repository.commitFile(
      "src/zebulonQuux/a.md",
      `${"harmless line\n".repeat(200_000)}by Janis\nPubličnik, for Jane Q. P&uuml;blic\n`,
    );
    repository.commitFile(
      "b.md",
      `thanks @jostv, ${base64}\n${Buffer.from("at vault.quendel.example").toString("hex")}\n`,
    );
    repository.git("commit", "--quiet", "--allow-empty", "-m", "Florpnik, Vexa: mended");
    repository.git("update-ref", "refs/remotes/origin/main", "HEAD");
    const published = [
      "Zebulon Quux",
      "Janis Publicnik",
      "Jane Püblic",
      "Jost Vimpf",
      "secret: hunter2!hunter2",
      "asset: vault.quendel.example",
      "Vexa Florpnik",
    ];
    const others = [
      "Jane Publicnik",
      "Janis Quux",
      "asset: vault.quendel",
      "host: quendel.example.org",
      "secret: hunter3!hunter3",
    ];
    done(repository, ["add"], [...published, ...others].join("\n"));
    const lines = done(repository, ["check"]).split("\n");
    expect(lines.filter((line) => line.includes("has it already")).map((line) => /term (\d+)/.exec(line)?.[1])).toEqual(
      published.map((_, at) => String(at + 1)),
    );
  });

  test("says what of the published history could not be searched, and ends with exit code 2", () => {
    const repository = createRepository();
    let packed = Buffer.from("by Zebulon Quux\n");
    for (let depth = 0; depth < 5; depth++) packed = gzipSync(packed);
    repository.commitFile("a.md", `${packed.toString("base64")}\n`);
    repository.git("update-ref", "refs/remotes/origin/main", "HEAD");
    done(repository, ["add"], "Zebulon Quux\n");
    expect(deny(repository, ["check"])).toMatchObject({
      code: 2,
      stdout:
        ".privacy_deny_list: 1 term.\nNone of them is weak.\nNot all of the history of origin/main was searched: " +
        "gzip in it was not searched, because it stands in more than 3 others.\n",
    });
  });

  test("says where there is no published history to look through", () => {
    expect(done(withFamily(), ["check"])).toBe(
      ".privacy_deny_list: 4 terms.\nNone of them is weak.\nNo branch of origin is known here, so published history was not looked through.\n",
    );
  });
});

describe("on a terminal", () => {
  const far = `a/${"very-long-folder/".repeat(6)}list`;

  test.each([
    ["add", ["deny", "add"], "word: go\nword: public\n"],
    ["check", ["deny", "check"], ""],
    ["lock", ["deny", "lock"], ""],
    ["rotate", ["deny", "rotate"], ""],
    ["seal", ["deny", "seal"], ""],
    ["list", ["deny", "list"], ""],
    ["an error", ["deny", "check", "--denylist", far], ""],
    ["an error of a check", ["files", "--denylist", far], ""],
    ["an unknown command", ["denyy"], ""],
  ])("what %s says fits 80 columns, and loses no word", async (_, args, typed) => {
    const make = (): Repository => {
      const repository = createRepository();
      const long = `customer: ${"Zebulonquuxflorpingtonianish ".repeat(4)}Ltd.`;
      done(repository, ["add"], `${family}word: go\n${long}\nsecret: a value, which no lock finds\n`);
      if (args[1] === "rotate") done(repository, ["lock"]);
      return repository;
    };
    const { stdout } = await onTerminal(make(), args, typed === "" ? "" : `${typed}\u0004`);
    const lines = stdout.split("\n");
    expect(lines.filter((line) => line.length > 80 && line.trim().includes(" "))).toEqual([]);
    if (typed !== "" || args[1] === "list") return;
    const run = make().runWith("", process.execPath, program, ...args);
    expect(words(stdout)).toEqual(words(run.stdout + run.stderr));
  });
});

/** Those that are the same in every run and in every folder. */
function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => !/[/\\]|^age1/.test(word));
}
