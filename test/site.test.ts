import { mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import { blocked, createFolder, createRepository, passed, type Place } from "./repository.ts";

const token = fill("ghp_{base62:30}{crc32}");

function built(folder = "dist"): Place {
  const place = createFolder();
  place.write(`${folder}/index.html`, "<!doctype html><title>Hello</title><p>Welcome.\n");
  return place;
}

describe("outgate site DIR", () => {
  test("reads everything below it, and names pages as their readers do", () => {
    const place = built();
    place.write("dist/.well-known/notes.txt", `${token}\n`);
    place.write("dist/.git/config", "[core]\n");
    place.write("secret.txt", token);
    expect(place.check("site", "dist")).toEqual(
      blocked(
        ".git/config:1:1 artifact/repository-folder (file name)",
        ".well-known/notes.txt:1:1 secret/github-token",
      ),
    );
  });

  test("writes its report where it was called, and not into what is published", () => {
    const place = built();
    place.write("dist/a.txt", token);
    place.outgate("site", "dist", "--format", "json", "--output", "report.json");
    expect(JSON.parse(place.read("report.json"))).toMatchObject({ verdict: "block" });
    expect(readdirSync(join(place.path, "dist"))).toEqual(["a.txt", "index.html"]);
  });

  test("takes ignored files for published ones, since hosts do", () => {
    const repository = createRepository();
    repository.write(".gitignore", "dist\n");
    repository.write("dist/a.txt", token);
    expect(repository.check("site", "dist")).toEqual(blocked("a.txt:1:1 secret/github-token"));
  });

  test("judges for the public, whatever the repository's audience is", () => {
    const place = built();
    place.write("outgate.config.json", JSON.stringify({ audience: "team" }));
    expect(JSON.parse(place.outgate("site", "dist", "--format", "json").stdout)).toMatchObject({
      boundary: "site",
      audience: "public",
      verdict: "pass",
    });
  });

  test("warns of the key of a map, which has to be public, and stops a key that a server uses", () => {
    const place = built();
    const key = fill("AIza{base64url:35}");
    const api = "https://maps.googleapis.com/maps/api";
    place.write("dist/map.html", `<p>x<script src="${api}/js?v=3&amp;key=${key}"></script>`);
    expect(place.check("site", "dist")).toEqual(
      passed({ findings: ["map.html:1:70 secret/google-maps-key (attribute src)"] }),
    );
    place.write("dist/map.html", `<p>x<script>fetch("${api}/geocode/json?key=${key}")</script>`);
    expect(place.check("site", "dist")).toEqual(blocked("map.html:1:74 secret/google-api-key (inline script)"));
  });

  test("goes round in no circle, and reads no file twice", () => {
    const place = built();
    symlinkSync(".", join(place.path, "dist/loop"));
    symlinkSync("index.html", join(place.path, "dist/home.html"));
    symlinkSync("nowhere", join(place.path, "dist/gone.html"));
    expect(place.check("site", "dist")).toEqual(passed());
  });

  test("does not pass a link that leads out of the site: a host may publish what is there", () => {
    const place = built();
    place.write("outside/secret.txt", token);
    symlinkSync("../outside", join(place.path, "dist/out"));
    symlinkSync("../outside/secret.txt", join(place.path, "dist/a.txt"));
    const reason =
      "a link out of the site, whose target was not read though a host may publish it: put a copy in its place";
    expect(place.check("site", "dist")).toEqual({
      ...passed(),
      code: 2,
      unscanned: [`failed a.txt: ${reason}`, `failed out: ${reason}`],
    });
  });

  test("can be named by a link to its folder", () => {
    const place = built();
    place.write("dist/a.txt", token);
    symlinkSync("dist", join(place.path, "current"));
    expect(place.check("site", "current")).toEqual(place.check("site", "dist"));
    expect(place.check("site", "current").code).toBe(1);
  });

  test("says what it does not know to do with", () => {
    const place = built();
    const { code, stdout, stderr } = place.outgate("site", "dist", "npx", "wrangler");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toBe(
      "outgate: one folder is checked, and there are more words.\nPut a command behind --: `outgate site dist -- …`.\n",
    );
  });

  test("runs a command only where the site passes", () => {
    const place = built();
    const deploy = ["--", process.execPath, "-e", "console.log('deployed'); process.exitCode = 3"];
    const { code, stdout } = place.outgate("site", "dist", ...deploy);
    expect(code).toBe(3);
    expect(stdout).toMatch(/outgate: passed\..*\ndeployed\n$/s);
    place.write("dist/a.txt", token);
    const stopped = place.outgate("site", "dist", ...deploy);
    expect(stopped.code).toBe(1);
    expect(stopped.stdout).not.toContain("deployed");
    expect(place.outgate("site", "outside", ...deploy)).toMatchObject({ code: 2, stdout: "" });
  });

  test("an entry of the config lets a page through by its path in the repository", () => {
    const place = built();
    place.write("dist/a.txt", token);
    const allow = [{ rule: "secret/github-token", path: "dist/a.txt", reason: "made up for the docs" }];
    place.write("outgate.config.json", JSON.stringify({ allow }));
    expect(place.check("site", "dist")).toEqual(passed());
  });

  test.each([
    ["missing", "there is no folder missing, so nothing was checked"],
    ["dist/index.html", "there is no folder dist/index.html, so nothing was checked"],
    ["empty", "the folder empty is empty, so nothing was checked"],
  ])("what is no site is exit 2: %s", (folder, message) => {
    const place = built();
    mkdirSync(join(place.path, "empty"));
    const { code, stdout, stderr } = place.outgate("site", folder);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });
});

describe("outgate site finds what is built", () => {
  test.each([
    ["Astro", "astro.config.mjs", "", "dist"],
    ["Next.js", "next.config.ts", "", "out"],
    ["Vite", "vite.config.js", "", "dist"],
    ["Eleventy", "eleventy.config.js", "", "_site"],
    ["Eleventy", ".eleventy.js", "", "_site"],
    ["Hugo", "hugo.toml", "", "public"],
    ["Hugo", "hugo.yaml", "publishDir: www # here\n", "www"],
    ["Hugo", "hugo.json", '{ "title": "x", "publishDir": "www" }', "www"],
    ["Hugo", "config/_default/hugo.toml", "# publishDir = 'old'\npublishDir = 'new one'\n", "new one"],
    ["Hugo", "config.yaml", "baseURL: https://shop.example/\n", "public"],
    ["Jekyll", "_config.yml", "title: x\n", "_site"],
    ["Jekyll", "_config.yml", "destination: ./htdocs\n", "htdocs"],
    ["Jekyll", "_config.yaml", '"destination": "the site" # here\n', "the site"],
    ["Docusaurus", "docusaurus.config.js", "", "build"],
    ["VitePress", ".vitepress/config.mts", "", ".vitepress/dist"],
    ["VitePress", "docs/.vitepress/config.mts", "", "docs/.vitepress/dist"],
    ["SvelteKit", "svelte.config.js", "", "build"],
    ["Nuxt", "nuxt.config.ts", "", ".output/public"],
    ["Gatsby", "gatsby-config.js", "", "public"],
    ["Angular", "angular.json", '{ "projects": { "shop": {} } }', "dist/shop/browser"],
    [
      "Angular",
      "angular.json",
      '{ "projects": { "a": { "architect": { "build": { "options": { "outputPath": "o/p" } } } } } }',
      "o/p",
    ],
    ...Object.entries({
      Astro: ["astro", "dist"],
      "Next.js": ["next", "out"],
      Gatsby: ["gatsby", "public"],
      Nuxt: ["nuxt", ".output/public"],
      SvelteKit: ["@sveltejs/kit", "build"],
      Eleventy: ["@11ty/eleventy", "_site"],
      Vite: ["vite", "dist"],
    }).map(([generator, [name = "", output = ""]]): [string, string, string, string] => [
      generator,
      "package.json",
      `{ "devDependencies": { "${name}": "1" } }`,
      output,
    ]),
  ])("of %s, by %s", (generator, config, text, output) => {
    const place = createFolder();
    place.write(config, text);
    const before = place.outgate("site");
    expect(before.code).toBe(2);
    expect(before.stderr).toContain("nothing is built");
    place.write(`${output}/index.html`, "<p>Hello");
    const { code, stdout } = place.outgate("site");
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`The site is in (?:\\./)?${output}, where ${generator} builds it\\.`));
  });

  test("of Next.js without an export: what its server sends, and none of its own files", () => {
    const place = createFolder();
    place.write("next.config.mjs", "");
    place.write(".next/cache/a.txt", token);
    place.write(".next/static/chunks/a.js", `const key = "${token}";\n`);
    place.write(".next/server/app/index.html", "<p>Hello");
    expect(place.check("site")).toEqual(blocked("static/chunks/a.js:1:14 secret/github-token"));
  });

  test("of Next.js without an export: nothing that its server runs or keeps", () => {
    const place = createFolder();
    place.write("next.config.mjs", "");
    const inside = ["page.js", "page.js.map", "page.js.nft.json", "page/server-reference-manifest.json"];
    for (const name of inside) place.write(`.next/server/app/${name}`, `{ "key": "${token}" }\n`);
    expect(place.outgate("site").stderr).toContain("the folder .next is empty");
    for (const name of ["index.rsc", "robots.txt.body", "shop.json"]) place.write(`.next/server/app/${name}`, token);
    expect(place.check("site")).toEqual(
      blocked(
        "server/app/index.rsc:1:1 secret/github-token",
        "server/app/robots.txt.body:1:1 secret/github-token",
        "server/app/shop.json:1:1 secret/github-token (JSON value)",
      ),
    );
  });

  test("where a file has the output folder's name, it has built nothing", () => {
    const place = createFolder();
    place.write("astro.config.mjs", "");
    place.write("dist", "");
    const { code, stderr } = place.outgate("site");
    expect(code).toBe(2);
    expect(stderr).toContain("nothing is built: there is no dist of Astro");
  });

  test("of a generator that builds on Vite, not of Vite", () => {
    const place = createFolder();
    place.write("vite.config.ts", "");
    place.write("svelte.config.js", "");
    place.write("build/index.html", "<p>Hello");
    expect(place.outgate("site").stdout).toContain("where SvelteKit builds it");
  });

  test("and says so where there is nothing that it knows", () => {
    const { code, stderr } = createFolder().outgate("site");
    expect(code).toBe(2);
    expect(stderr).toContain("no generator of sites is known here");
  });
});
