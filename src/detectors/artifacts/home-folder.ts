import type { Detector } from "../detector.ts";
import { artifactDetector } from "./artifact.ts";

/** Folders of a home directory on a site: in a repository somebody keeps them for new machines. */
export const homeFolder: Detector = artifactDetector({
  id: "artifact/home-folder",
  summary: "Folder of a home directory on a site",
  remedy: "Take the folder out of what is published: programs keep keys, hosts and accounts in it.",
  sitesOnly: true,
  literals: [".ssh", ".aws", ".kube", ".docker", ".gnupg", ".azure", ".config/g", ".gitconfig"],
  sure: /(?<=^|\/)(?:\.gitconfig|\.config\/git\/config)$/i,
  folder: /(?<=^|\/)(?:\.ssh|\.aws|\.kube|\.docker|\.gnupg|\.azure|\.config\/gcloud)(?=\/)/i,
  examples: [
    "«.ssh»/known_hosts",
    "backup/«.aws»/config",
    "«.kube»/cache/discovery.json",
    "«.gitconfig»",
    "«.config/gcloud»/properties",
    "docs/.ssh.md",
    "ssh/config.html",
    "docker/index.html",
  ],
});
