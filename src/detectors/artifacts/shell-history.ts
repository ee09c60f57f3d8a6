import type { Detector } from "../detector.ts";
import { artifactDetector } from "./artifact.ts";

/** What somebody typed into a shell or a database client, with the passwords in it. */
export const shellHistory: Detector = artifactDetector({
  id: "artifact/shell-history",
  summary: "History of typed commands",
  remedy: "Take the file out, add it to .gitignore, and change the passwords that were typed on command lines.",
  literals: ["history", ".histfile", ".dbshell", ".viminfo", ".lesshst"],
  sure: /(?<=^|\/)(?:\.(?:bash|zsh|z|sh|ksh|csh|tcsh|ash|psql|mysql|mariadb|sqlite|rediscli|valkeycli|mongo|python|node_repl|ts_node_repl|irb|pry|scala|php|duckdb|clickhouse-client|rlwrap|lua|julia|ghci)[_-]history(?:-tmp|\.\d{1,10})?|\.histfile|\.zhistory|\.dbshell|\.mongodb\/mongosh\/mongosh_repl_history|mongosh_repl_history|fish_history|ConsoleHost_history\.txt)$/i,
  unsure: /(?<=^|\/)(?:\.Rhistory|\.viminfo|\.lesshst|\.history)$/i,
  examples: [
    "«.bash_history»",
    "home/carol/«.psql_history»",
    "PSReadLine/«ConsoleHost_history.txt»",
    "analysis/«.Rhistory»",
    "src/history.ts",
    "bash_history.md",
  ],
});
