/** One way in which something leaks into a repository, and its twin that does the same work without the leak. */
export interface Scenario {
  readonly title: string;
  readonly leak: Change;
  readonly twin: Change;
}

/** What is done to the sample project before `git commit`. Texts are templates: see src/detectors/template.ts. */
export interface Change {
  /** Staged files by name. */
  readonly files?: Readonly<Record<string, string | Buffer>>;
  /** What stands in the work tree afterwards and is not staged. */
  readonly unstaged?: Readonly<Record<string, string>>;
  readonly message?: string;
  /** Flags of `git commit`. */
  readonly flags?: readonly string[];
}

const log = (authorization: string): string =>
  `2026-11-20T03:00:07Z GET https://stock.example.com/v2/list 503\n  accept: application/json\n  authorization: ${authorization}\n`;

const secretManifest = (data: string): string =>
  `apiVersion: v1\nkind: Secret\nmetadata:\n  name: import\ndata:\n  token: ${data}\n`;

/** A file as PowerShell writes it: UTF-16 with a byte order mark. */
const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);

/** What the owner of the sample project has denied. */
export const denied: readonly string[] = ["Marlene Vosskamp", "codename: nightjar"];

export const scenarios: readonly Scenario[] = [
  {
    title: "somebody of the family, on a page, with a tag in her name",
    leak: { files: { "timeline.html": "<p>Sunday at the sea with Marlene <b>Vo&szlig;</b>kamp</p>\n" } },
    twin: { files: { "timeline.html": "<p>Sunday at the sea with the family</p>\n" } },
  },
  {
    title: "an access token in the source",
    leak: { files: { "config.mjs": 'export const token = "ghp_{base62:30}{crc32}";\n' } },
    twin: { files: { "config.mjs": "export const token = process.env.GITHUB_TOKEN;\n" } },
  },
  {
    title: "a log with the headers of a failed call",
    leak: { files: { "logs/import.log": log("Bearer {base64url:48}") } },
    twin: { files: { "logs/import.log": log("[left out]") } },
  },
  {
    title: "the mail server's password in the settings",
    leak: { files: { "settings.json": '{ "smtp": { "user": "shop", "password": "{base62:9}!{base62:8}" } }\n' } },
    twin: { files: { "settings.json": '{ "smtp": { "user": "shop", "password": "${SMTP_PASSWORD}" } }\n' } },
  },
  {
    title: "a token in a Kubernetes manifest, in base64",
    leak: { files: { "deploy/secret.yaml": secretManifest("{encode:base64}ghp_{base62:30}{crc32}{end}") } },
    twin: { files: { "deploy/secret.yaml": secretManifest("{encode:base64}set by the pipeline{end}") } },
  },
  {
    title: "a file that git takes for binary, in UTF-16",
    leak: {
      files: {
        ".gitattributes": "*.ps1 binary\n",
        "upload.ps1": utf16('$env:NPM_TOKEN = "npm_{base62:30}{crc32}"\r\n'),
      },
    },
    twin: { files: { ".gitattributes": "*.ps1 binary\n", "upload.ps1": utf16("$env:NPM_TOKEN = Read-Host\r\n") } },
  },
  {
    title: "a token that is staged, though the file on disk is clean again",
    leak: {
      files: { "build.sh": "curl -u shop:ghp_{base62:30}{crc32} https://api.github.com\n" },
      unstaged: { "build.sh": "curl https://api.github.com\n" },
    },
    twin: {
      files: { "build.sh": "curl https://api.github.com\n" },
      unstaged: { "build.sh": "curl -u shop:ghp_{base62:30}{crc32} https://api.github.com\n" },
    },
  },
  {
    title: "a token in the name of a file",
    leak: { files: { "exports/ghp_{base62:30}{crc32}.csv": "title,price\n" } },
    twin: { files: { "exports/2026-11-20.csv": "title,price\n" } },
  },
  {
    title: "a token in the commit message",
    leak: {
      files: { "notes.md": "The import runs at three.\n" },
      message: "Use ghp_{base62:30}{crc32} for the import",
    },
    twin: { files: { "notes.md": "The import runs at three.\n" }, message: "Say when the import runs" },
  },
  {
    title: "a commit that skips pre-commit",
    leak: { files: { "deploy.mjs": 'await deploy("npm_{base62:30}{crc32}");\n' }, flags: ["--no-verify"] },
    twin: { files: { "deploy.mjs": "await deploy(process.env.NPM_TOKEN);\n" }, flags: ["--no-verify"] },
  },
];

/** Commits that were made where no hook runs, and are then pushed. */
export interface PushScenario {
  readonly title: string;
  readonly leak: readonly Unguarded[];
  readonly twin: readonly Unguarded[];
}

/** Files by name, as the commit leaves them; undefined where it deletes one. */
export interface Unguarded {
  readonly message: string;
  readonly files: Readonly<Record<string, string | undefined>>;
}

export const pushScenarios: readonly PushScenario[] = [
  {
    title: "a push of a file that was added and removed again",
    leak: [
      {
        message: "Debug the import",
        files: { "debug.env": "STOCK_TOKEN=ghp_{base62:30}{crc32}\n", "import.mjs": "console.log(process.env);\n" },
      },
      { message: "Remove what is not needed", files: { "debug.env": undefined, "import.mjs": "run();\n" } },
    ],
    twin: [
      { message: "Debug the import", files: { "debug.env": "STOCK_TOKEN=\n", "import.mjs": "console.log(1);\n" } },
      { message: "Remove what is not needed", files: { "debug.env": undefined, "import.mjs": "run();\n" } },
    ],
  },
];
