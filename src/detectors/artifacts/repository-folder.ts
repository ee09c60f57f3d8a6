import type { Detector } from "../detector.ts";
import { artifactDetector } from "./artifact.ts";

/** The folder of a version control system inside what is published: who can read it can read the whole history. */
export const repositoryFolder: Detector = artifactDetector({
  id: "artifact/repository-folder",
  summary: "Folder of a version control system",
  remedy:
    "Publish the files without it: a reader can put the whole history together from it, with all that was ever deleted.",
  literals: [".git", ".svn", ".hg"],
  folder:
    /(?<=^|\/)(?:\.git(?=\/(?:config|HEAD|index|objects|refs|hooks|logs|info|packed-refs|FETCH_HEAD|ORIG_HEAD|COMMIT_EDITMSG|description)(?:$|\/))|\.svn(?=\/(?:entries|wc\.db|pristine|format)(?:$|\/))|\.hg(?=\/(?:hgrc|store|requires|dirstate)(?:$|\/)))(?=\/)/i,
  examples: [
    "«.git»/config",
    "public/«.git»/HEAD",
    "«.git»/objects/4b/825dc642cb6eb9a060e54bf8d69288fbee4904",
    "www/«.svn»/wc.db",
    ".github/workflows/ci.yml",
    ".gitignore",
    ".git",
    "src/git/config",
  ],
});
