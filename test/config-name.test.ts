import { expect, test } from "vitest";
import { createRepository } from "./repository.ts";

test.each([
  "outgate.config.jsonc",
  "outgate.config.json5",
  "outgate.config.yaml",
  "Outgate.Config.json",
  "outgate.config",
  "outgate.config.js",
  ".outgate.config.json",
  ".outgaterc",
  ".outgaterc.yml",
  "outgate.json",
  ".outgate.toml",
])("a config that is called %s stops each check and says what it must be called", (name) => {
  const at = createRepository();
  at.write("a.txt", "nothing\n");
  at.git("add", "a.txt");
  at.write(name, '{ "audience": "public" }\n');
  for (const command of [["staged"], ["files"], ["files", "a.txt"], ["redact", "a.txt"], ["log", "a.txt"]]) {
    const { code, stdout, stderr } = at.outgate(...command);
    expect({ command, code, stdout }).toEqual({ command, code: 2, stdout: "" });
    expect(stderr).toContain(`a config is called outgate.config.json, and ${name} is not read`);
  }
  expect(at.outgate("files", "--config", name, "a.txt").code).toBe(0);
});

test("of two configs neither holds", () => {
  const at = createRepository();
  at.write("a.txt", "nothing\n");
  at.write("outgate.config.json", "{}\n");
  at.write("outgate.config.jsonc", "{}\n");
  at.git("add", ".");
  for (const command of ["staged", "files"]) {
    const { code, stderr } = at.outgate(command);
    expect({ command, code }).toEqual({ command, code: 2 });
    expect(stderr).toContain("there are two configs, outgate.config.json and outgate.config.jsonc");
  }
});

test("what stands beside a config and only may be one is none, and neither are others of outgate's files", () => {
  const at = createRepository();
  at.write("a.txt", "nothing\n");
  at.write("outgate.config.json", "{}\n");
  for (const name of ["outgate.json", "outgate.config.schema.json", "outgate.sarif"]) at.write(name, "{}\n");
  at.git("add", "a.txt", "outgate.config.json");
  expect(at.outgate("staged").code).toBe(0);
  expect(at.outgate("files", "a.txt").code).toBe(0);
});

test("no hooks are installed beside a config that they would not read", () => {
  const at = createRepository();
  at.write("outgate.config.yaml", "audience: public\n");
  const { code, stderr } = at.outgate("init", "--yes");
  expect(code).toBe(2);
  expect(stderr).toContain("outgate.config.yaml is not read, so nothing was installed");
  expect(at.git("status", "--porcelain")).toBe("?? outgate.config.yaml");
});
