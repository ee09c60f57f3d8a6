import type { Detector } from "../detector.ts";
import { artifactDetector } from "./artifact.ts";

/** What desktops leave in folders: names of all that stood there, also of what is not published, and small pictures of it. */
export const systemFile: Detector = artifactDetector({
  id: "artifact/system-file",
  summary: "A desktop's own file on a site",
  remedy: "Delete it before publishing, and add its name to .gitignore: it lists what stood in the folder.",
  sitesOnly: true,
  literals: [".ds_store", "thumbs.db", "desktop.ini", "._", ".spotlight-v100", ".trashes", ".fseventsd", "__macosx"],
  unsure: /(?<=^|\/)(?:\.DS_Store|(?:eh)?Thumbs\.db|desktop\.ini)$|(?<=\/)\._[^/]+$/i,
  folder: /(?<=^|\/)(?:\.Spotlight-V100|\.Trashes|\.fseventsd|__MACOSX)(?=\/)/i,
  examples: [
    "«.DS_Store»",
    "images/«Thumbs.db»",
    "photos/«desktop.ini»",
    "images/«._portrait.jpg»",
    "«__MACOSX»/index.html",
    "ds_store.html",
    "blog/thumbs.db.html",
    "css/._",
  ],
});
