import { isDocumentedAccount } from "../infrastructure/documented-account.ts";
import { guess } from "./guess.ts";
import type { MessageNote, SecretlintRule } from "./secretlint-rule.ts";

const dashes = "-".repeat(5);

/**
 * `https://name:password@host`. A password that is a word may be an example, a host called example (RFC 2606) stands in
 * documentation, and both together are an example. GitHub's `token:x-oauth-basic@` has the token in front, where the rule
 * `npm` looks.
 */
const passwordInUrl: MessageNote = {
  secret: /:\/\/[^:/]{1,256}:(?!x-oauth-basic@)(?<secret>[^@]{1,256})@/d,
  confidence: (password, url) => {
    const looks = guess(password);
    const doubts = Number(looks === "words") + Number(/@[\w.-]{0,256}\bexample\d?\./.test(url));
    return looks === "none" || doubts === 2 ? 0 : 1 - doubts / 2;
  },
};

/** For a format that words can have as well. */
const unlessWords = (secret: string): number => (["none", "words"].includes(guess(secret)) ? 0 : 1);

const awsIds = ["A3T", "AKIA", "AGPA", "AIDA", "AROA", "AIPA", "ANPA", "ANVA", "ASIA"];

/** Keys are AKIA and ASIA, in base32; the other ids name users, roles and the like, which open nothing. */
const keyId = (id: string): number => (/^(?:AKIA|ASIA)/.test(id) ? Number(/^[A-Z2-7]+$/.test(id)) : 0.5);

/**
 * The rules of `@secretlint/secretlint-rule-preset-recommend`, by the end of their id. A test compares it with the preset, so
 * that a rule that a new version brings cannot go without its literals.
 */
export const secretlintRules: Readonly<Record<string, SecretlintRule>> = {
  aws: {
    title: "AWS key",
    literals: [...awsIds, "secret_access", "secretaccess", "account"],
    behind: {
      ...Object.fromEntries(awsIds.map((id) => [id, { run: "token", least: 16 }])),
      account: { run: "number", least: 12, within: 64 },
    },
    sign: /(?:A3T[A-Z0-9]|AKIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ASIA)(?=[A-Z0-9]{16})|secret_?access_?key(?=["']?\s*(?::|=>?)\s*["']?[\w/+=]{40})|account(?=_?(?:id)?["']?\s*(?::|=>?)\s*["']?\d{4}-?\d{4}-?\d{4})/i,
    options: { enableIDScanRule: true },
    messages: {
      AWSAccessKeyID: { title: "AWS id", confidence: (id) => unlessWords(id.slice(4)) * keyId(id) },
      // Forty characters of base64 have capitals; a hash has none, and a path few.
      AWSSecretAccessKey: {
        title: "AWS secret access key",
        confidence: (secret) => unlessWords(secret) * Number(/(?:[A-Z][^A-Z]{0,40}){4}/.test(secret)),
      },
      AWSAccountID: {
        title: "AWS account id",
        confidence: (id, reported) =>
          !isDocumentedAccount(id.replaceAll(/\D/g, "")) && /account[^]{0,64}$/i.test(reported) ? 0.5 : 0,
      },
    },
    examples: [
      "aws_access_key_id = «AKIA{base32:16}»",
      '"credentials": "«A3TX{LOWER36:16}»"',
      "AWS_SECRET_ACCESS_KEY=«{base64:39}a»",
      'Aws_Secret_AccessKey => "«{base64:39}a»"',
      "the role is in «account_id = 4821-{digits:4}-{digits:4}»",
    ],
  },
  privatekey: {
    title: "Private key",
    literals: ["PRIVATE KEY-----", "PRIVATE KEY BLOCK-----"],
    sign: /-----BEGIN ?(?:(?:RSA|DSA|EC|OPENSSH|PGP) )?PRIVATE KEY(?: BLOCK)?-----(?=[\w+/=\s\\]{100})/i,
    cut: /-----BEGIN ?(?:(?:RSA|DSA|EC|OPENSSH|PGP) )?PRIVATE KEY(?: BLOCK)?-----[\s\\nr]{0,20}(?:MI|b3Bl)[A-Za-z0-9+/=\s\\]{100,10000}(?:-{1,5}[A-Z -]{0,40})?$/g,
    examples: [
      `«${dashes}BEGIN RSA PRIVATE KEY${dashes}\nMIIE{base64:600}\n${dashes}END RSA PRIVATE KEY${dashes}»\n`,
      `«${dashes}BEGIN PRIVATE KEY${dashes}\nMIIJ{base64:6400}\n${dashes}END PRIVATE KEY${dashes}»\n`,
      `{ "private_key": "«${dashes}BEGIN PRIVATE KEY${dashes}\\nMIIE{base64:1600}\\n${dashes}END PRIVATE KEY${dashes}»\\n" }`,
    ],
  },
  npm: {
    title: "npm access token",
    literals: ["npm_", "_authToken=", ":x-oauth-basic@github"],
    sign: /npm_(?=\w{36})|_authToken=(?=["']?[\w.+/=~-]{16})|:x-oauth-basic@github/i,
    fileNames: ["package.json", ".npmrc"],
    messages: {
      // With another line in it, it is an identifier or the names in a binary. Of what has none, our own detector reads the
      // checksum, and has the word.
      NPM_ACCESS_TOKEN: { confidence: (token) => Number(!token.slice("npm_".length).includes("_")) },
      PackageJSON_xOauthToken: { title: "GitHub token in a URL", secret: /(?<secret>[\w-]{16,256})$/d },
      // What follows up to the end of the line; in code it is an expression.
      Npmrc_authToken: {
        title: "npm registry token",
        secret: /^["']?(?=\D*\d)(?<secret>[\w.+/=~-]{16,2048})(?:["'\s\\]|$)/d,
      },
    },
    examples: [
      "//registry.npmjs.org/:_authToken=«npm_{base62:36}»",
      "//npm.acme.io/:_authToken=«{uuid}»\r\nalways-auth=true",
      '"shop": "git+https://«{hex:40}»:x-oauth-basic@github.com/acme/shop.git"',
    ],
  },
  slack: {
    title: "Slack token",
    literals: ["xoxb-", "xoxp-", "xapp-", "xoxa-", "xoxo-", "xoxr-", "hooks.slack.com/services/T"],
    sign: /xox[bpaor]-(?=\w)|xapp-(?=\w)|hooks\.slack\.com\/services\/T(?=\w{1,40}\/B)/i,
    messages: {
      // Slack's own tokens carry ids of ten digits or so; `xapp-status-icon` is a word.
      SLACK_TOKEN: { secret: /^(?<secret>(?=.{0,60}\d{5}).+)$/d },
      IncomingWebhook: { title: "Slack webhook" },
    },
    examples: [
      "SLACK_BOT_TOKEN=«xoxb-{digits:12}-{digits:13}-{base62:24}»",
      "«xapp-1-A{LOWER36:10}-{digits:13}-{hex:64}»",
      "curl -d @message.json «https://hooks.slack.com/services/T{LOWER36:8}/B{LOWER36:10}/{base62:24}»",
    ],
  },
  sendgrid: {
    title: "SendGrid API key",
    literals: ["SG."],
    sign: /SG\.(?=[\w.-]{66})/i,
    examples: ["SENDGRID_API_KEY='«SG.{base62:22}.{base62:43}»'"],
  },
  shopify: {
    title: "Shopify access token",
    literals: ["shppa_", "shpca_", "shpat_", "shpss_"],
    sign: /shp(?:pa|ca|at|ss)_(?=[a-z0-9]{32})/i,
    examples: ["X-Shopify-Access-Token: «shpat_{hex:32}»", "«shpss_{hex:32}»"],
  },
  stripe: {
    title: "Stripe API key",
    literals: ["sk_live_", "sk_test_", "rk_live_", "rk_test_"],
    sign: /[rs]k_(?:live|test)_(?=[a-z0-9]{24})/i,
    examples: ["STRIPE_KEY=«sk_live_{base62:24}»", "key: «rk_test_51{base62:97}»"],
  },
  github: {
    title: "GitHub token",
    literals: ["ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"],
    sign: /gh[pousr]_(?=\w{36})|ghs_(?=\d{1,20}_)|github_pat_(?=\w{82})/i,
    cut: /ghs_\d{1,20}_[\w.-]{300,12000}$/g,
    examples: [
      "GH_TOKEN=«ghp_{base62:36}»",
      "«github_pat_{base62:22}_{base62:59}»",
      "Authorization: Bearer «ghs_{digits:7}_eyJ{base64url:60}.{base64url:400}.{base64url:43}»",
      "«ghs_{digits:7}_eyJ{base64url:60}.{base64url:9000}.{base64url:43}»",
    ],
  },
  gitlab: {
    title: "GitLab access token",
    literals: ["glpat-"],
    sign: /glpat-(?=[\w-]{20})/i,
    examples: ["PRIVATE-TOKEN: «glpat-{base64url:20}»"],
  },
  grafana: {
    title: "Grafana token",
    literals: ["glc_", "glsa_"],
    sign: /glc_(?=[\w+/]{32})|glsa_(?=\w{32})/i,
    examples: ["«glc_eyJ{base64:120}»", "token = «glsa_{base62:32}_{hex:8}»"],
  },
  openai: {
    title: "OpenAI API key",
    literals: ["T3BlbkFJ"],
    sign: /T3BlbkFJ(?=[\w-]{20})/i,
    examples: [
      "OPENAI_API_KEY=«sk-proj-{base64url:74}T3BlbkFJ{base64url:73}a»",
      '"«sk-{base62:20}T3BlbkFJ{base62:20}»"',
    ],
  },
  anthropic: {
    title: "Anthropic API key",
    literals: ["sk-ant-api0"],
    sign: /sk-ant-api0(?=\d-[\w-]{92})/i,
    examples: ["x-api-key: «sk-ant-api03-{base64url:93}AA»"],
  },
  groq: {
    title: "Groq API key",
    literals: ["gsk_"],
    sign: /gsk_(?=[a-z0-9]{52})/i,
    examples: ["GROQ_API_KEY=«gsk_{base62:52}»"],
  },
  huggingface: {
    title: "Hugging Face access token",
    literals: ["hf_"],
    sign: /hf_(?=[a-z]{34})/i,
    messages: { HUGGINGFACE_USER_ACCESS_TOKEN: { confidence: (token) => unlessWords(token.slice(3)) } },
    examples: ["login(token='«hf_{lower:34}»')"],
  },
  linear: {
    title: "Linear API key",
    literals: ["lin_api_"],
    sign: /lin_api_(?=\w{32})/i,
    examples: ["Authorization: «lin_api_{base62:40}»"],
  },
  notion: {
    title: "Notion integration token",
    literals: ["ntn_"],
    sign: /ntn_(?=\d{11}[a-z0-9]{35})/i,
    examples: ["NOTION_TOKEN=«ntn_{digits:11}{base62:35}»"],
  },
  "1password": {
    title: "1Password service account token",
    literals: ["ops_ey"],
    sign: /ops_ey(?=[\w+/=]{100})/i,
    cut: /ops_ey[A-Za-z0-9+/=]{300,1280}$/g,
    examples: ['«ops_{encode:base64}{"email":"{lower:24}","secretKey":"A3-{LOWER36:32}","srpX":"{hex:640}"}{end}»'],
  },
  "database-connection-string": {
    title: "Database connection string",
    literals: ["mongodb://", "mongodb+srv://", "mysql://", "mysqlx://", "postgres://", "postgresql://"],
    sign: /(?:mongodb(?:\+srv)?|mysqlx?|postgres(?:ql)?):\/\/(?=[^:/\s]{1,100}:[^@/\s]{1,200}@)/i,
    messages: { MongoDBConnection: passwordInUrl, MySQLConnection: passwordInUrl, PostgreSQLConnection: passwordInUrl },
    examples: [
      "DATABASE_URL=postgres://shop:«{base62:16}»@db.acme.io:5432/shop",
      'mongoose.connect("mongodb+srv://app:«{base62:12}!{base62:4}»@c0.{lower:5}.mongodb.net/app?retryWrites=true")',
      "JDBC:MySQL://root:«{base62:10}»@10.0.0.4/shop",
    ],
  },
  "hashicorp-vault": {
    title: "HashiCorp Vault token",
    literals: ["hvs.", "hvb.", "hvr."],
    sign: /hv[sbr]\.(?=[\w-]{90})/i,
    examples: ["VAULT_TOKEN=«hvs.{base64url:95}»", "«hvb.{base64url:150}»"],
  },
  vercel: {
    title: "Vercel token",
    literals: ["vcp_", "vci_", "vca_", "vcr_", "vck_"],
    sign: /vc[piark]_(?=[a-z0-9]{20})/i,
    examples: ["vercel --token «vcp_{base62:56}»"],
  },
  databricks: {
    title: "Databricks access token",
    literals: ["dapi"],
    sign: /dapi(?=[a-f0-9]{32})/i,
    examples: ["DATABRICKS_TOKEN=«dapi{hex:32}-2»"],
  },
  docker: {
    title: "Docker access token",
    literals: ["dckr_pat_"],
    sign: /dckr_pat_(?=[\w-]{27})/i,
    examples: ["docker login -u acme -p «dckr_pat_{base64url:27}»"],
  },
  figma: {
    title: "Figma access token",
    literals: ["figd_"],
    sign: /figd_(?=[\w-]{40})/i,
    examples: ["X-Figma-Token: «figd_{base64url:40}»"],
  },
  cloudflare: {
    title: "Cloudflare API token",
    literals: ["cfk_", "cfut_", "cfat_"],
    sign: /cf(?:k|ut|at)_(?=[a-z0-9]{48})/i,
    examples: ["CLOUDFLARE_API_TOKEN=«cfut_{base62:40}{hex:8}»"],
  },
  tailscale: {
    title: "Tailscale key",
    literals: ["tskey-"],
    sign: /tskey-(?=[a-z]{2,20}-\w{8})/i,
    examples: ["tailscale up --authkey «tskey-auth-{base62:12}CNTRL-{base62:32}»"],
  },
};

/** The rules of the preset that are never run, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  gcp: "It looks at whole files by their name. A key in JSON is what `privatekey` finds, without the file around it; a .p12 it reads from the disk, which is not what is about to leave.",
  basicauth:
    "Our own url-password finds what it finds, in addresses of every scheme. Its only literal, `http://`, stands in most files, and would load secretlint for each.",
  "filter-comments":
    "It obeys comments in the text that switch secretlint off, which whoever writes the text must not be able to do.",
};
