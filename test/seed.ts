import { configureGlobal } from "fast-check";

// The same made-up texts in every run, so that a change is judged by what it changed; `npm run fuzz` makes up others.
if (process.env["FUZZ"] === undefined) configureGlobal({ seed: 20_261_121 });
