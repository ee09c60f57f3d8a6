import type { Detector } from "../detector.ts";
import { artifactDetector } from "./artifact.ts";

/** What editors keep beside a project: hosts to deploy to, data sources, paths of this machine, earlier states of files. */
export const editorFolder: Detector = artifactDetector({
  id: "artifact/editor-folder",
  summary: "An editor's folder on a site",
  remedy: "Take it out of what is published: it holds paths, hosts and settings of whoever made the site.",
  sitesOnly: true,
  literals: [
    ".vscode",
    ".idea",
    ".vs",
    ".fleet",
    ".zed",
    ".history",
    "nbproject",
    ".sublime-",
    ".code-workspace",
    ".iml",
  ],
  folder: /(?<=^|\/)(?:\.vscode|\.idea|\.vs|\.fleet|\.zed|\.history|nbproject)(?=\/)/i,
  unsure: /(?<=^|\/)[^/]+\.(?:sublime-(?:workspace|project)|code-workspace|iml)$/i,
  isNeverSure: true,
  examples: [
    "«.vscode»/settings.json",
    "shop/«.idea»/workspace.xml",
    "«.history»/index_20260501102030.html",
    "«site.code-workspace»",
    "«site.sublime-workspace»",
    "vscode/index.html",
    "docs/.idea.md",
    "history/index.html",
  ],
});
