import type { Detector } from "../detector.ts";
import { artifactDetector } from "./artifact.ts";

/** Copies that editors leave beside a file: of one that holds secrets, and on a site of one that a server would have run. */
export const editorCopy: Detector = artifactDetector({
  id: "artifact/editor-copy",
  summary: "An editor's copy of a file that holds secrets",
  remedy: "Delete the copy and add its kind to .gitignore; if it left already, change the secrets that it holds.",
  literals: [
    ".sw",
    "#.env",
    "sa~",
    "25519~",
    "netrc~",
    "pgpass~",
    "credentials~",
    "htpasswd~",
    "php~",
    "py~",
    "rb~",
    "yml~",
    "yaml~",
    "json~",
    "ini~",
    "inc~",
    "xml~",
    ".bak",
    ".old",
    ".orig",
    ".save",
    ".swp",
    ".copy",
  ],
  sure: /(?<=^|\/)(?:\.(?:\.env[\w.-]{0,40}|id_(?:rsa|dsa|ecdsa|ed25519)|\.?netrc|\.pgpass|\.git-credentials|\.htpasswd|wp-config\.php|master\.key|credentials)\.sw[a-p]|#\.env[\w.-]{0,40}#|(?:id_(?:rsa|dsa|ecdsa|ed25519)|\.netrc|\.pgpass|\.git-credentials|\.htpasswd)~)$/i,
  unsure:
    /(?<=^|\/)(?:\.[^/]+\.sw[a-p]|(?:wp-config|config(?:uration)?|settings|local_settings|database|db|parameters|credentials|secrets)\.(?:php|py|rb|ya?ml|json|ini|inc|xml)(?:~|\.(?:bak|old|orig|save|swp|copy)))$/i,
  examples: [
    "«..env.swp»",
    "www/«.wp-config.php.swp»",
    "«#.env#»",
    "www/«wp-config.php.bak»",
    "src/«.main.ts.swp»",
    "src/swp.ts",
    "config/settings.py",
    "images/logo.bak",
  ],
});
