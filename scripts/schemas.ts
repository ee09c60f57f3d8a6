import { mkdirSync, writeFileSync } from "node:fs";
import { toJsonSchema } from "@valibot/to-json-schema";
import { configSchema } from "../src/config/schema.ts";
import { verdictSchema } from "../src/reporters/verdict-schema.ts";

// Writes the JSON schemas that the package ships. Editors know draft 7 best; they are told that the config is JSON with comments.
const config = {
  ...toJsonSchema(configSchema, { target: "draft-07" }),
  allowComments: true,
  allowTrailingCommas: true,
};
const verdict = toJsonSchema(verdictSchema, { target: "draft-2020-12" });

mkdirSync("dist", { recursive: true });
writeFileSync("dist/config.schema.json", `${JSON.stringify(config, null, 2)}\n`);
writeFileSync("dist/verdict.schema.json", `${JSON.stringify(verdict, null, 2)}\n`);
