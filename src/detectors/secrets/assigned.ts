import type { Detector } from "../detector.ts";
import { assignments, type Names } from "./assignment.ts";

const remedy =
  "Change it where it is used, because history keeps what was committed. Then read it from the environment or a secret manager.";

/** Before: what is read of a name in front of its noun, and of the line in front of the name. */
const reach = { before: 192, after: 512 };

const passwords: Names = {
  literals:
    'passw,passphrase,passcode,kennwort,pwd,pswd,_pass,-pass,pass=,pass =,pass:,pass\',pass",pass>,<pass,pass\\,dbpass,storepass,keypass,psk=,psk:,psk"'.split(
      ",",
    ),
  value: "password",
  noun: /(?:pass|kennwort|pwd|pswd|psk)[\w-]{0,60}/gi,
  wanted: ["password"],
};

/** `password = "…"`, in whatever language, and every name that promises a password. */
export const assignedPassword: Detector = {
  id: "secret/assigned-password",
  summary: "Password beside its name",
  remedy,
  trigger: { literals: passwords.literals, anyCase: true, behind: { value: passwords.value } },
  reach,
  detect: (window) => assignments(window, passwords),
  examples: [
    'password = "«{base62:16}»"',
    "DB_PASSWORD=«{base62:9}!{base62:4}»",
    "export PGPASSWORD='«Harbour-{digits:4}»'",
    '{"smtp": {"user": "carol", "passwd": "«{lower:5}{digits:3}{upper:3}»"}}',
    "spring.datasource.password=«{base62:14}»",
    "  admin_password: «{lower:6}!{digits:4}» # changes on Monday",
    "$config['db']['password'] = '«{base62:12}»';",
    "define('DB_PASSWORD', '«{base62:12}»');",
    ":password => '«{digits:1}{lower:5}{digits:3}»',",
    'const char* password = "«{base62:10}!»";',
    '#define WIFI_PASSWORD "«{base62:10}!»"',
    'let pwd: String = "«{base62:12}»"',
    'user.setPassword("«{base62:14}»");',
    'if (password == "«{base62:14}»") return true;',
    '<property name="password" value="«{base62:14}»"/>',
    '<add key="SmtpPassword" value="«Harbour{digits:4}!»"/>',
    "<password>«{base62:14}»</password>",
    '<Pass encoding="base64">«{encode:base64}{base62:14}{end}»</Pass>',
    "- name: POSTGRES_PASSWORD\n  value: «{base62:14}»\n",
    "db:\n  password: >-\n    «{base62:24}»\n  user: shop\n",
    'variable "db_password" {\n  type = string\n  default = "«{base62:14}»"\n}',
    "psql --host db --password «{base62:14}» shop",
    "Connect-VIServer -Server 10.0.4.7 -User carol -Password «Fl{lower:4}{digits:2}!»",
    "keytool -genkey -keystore a.jks -storepass «{base62:10}»",
    'log: "{\\"user\\":\\"carol\\",\\"password\\":\\"«{base62:14}»\\"}"',
    "POST /login user=carol&password=«{base62:14}»&next=/",
    'password = os.environ.get("DB_PASSWORD") or "«{base62:14}»"',
    "- **Password:** `«{base62:14}»`",
    "| password | «{base62:14}» |",
    "the admin password is «Harbour{digits:4}», as before",
    'network={ssid="office" psk="«{base62:14}»"}',
    "password: ${DB_PASSWORD:-«{base62:24}»}",
    'password = "", password = "password", password: "changeme", pwd = "secret1", passwd: "xxxxxxxx"',
    'password = os.environ["DB_PASSWORD_OF_2024"], password = getpass("Password for v2: "), passwd = cfg.get("password1")',
    "password: ${DB_PASSWORD}, password: {{ vault_password }}, password: <your password 1>, PASSWORD=$PW1, password: %(pw)s",
    'passwordField = "input#password2", passwordPlaceholder: "Passw0rt eingeben", passwordMinLength: "8chars", password_url = "/reset/v2"',
    "password = request.form.password2;\nself.password = password2\nif password == other.password1:",
    '"password": "Das Passwort muss 8 Zeichen lang sein", password: "errors.password.too_short_8"',
    "password: |\n  Your{base62:10}\n  {base62:14}\n  more words\n",
    'password_hash = "{hex:64}", hashedPassword: "{hex:64}"',
    "USER: carol\nPASS: «{base62:14}»",
    "env:\n  PASS: «k{base62:14}/{base62:16}»\n\nPASS: «harbour/4{digits:3}!»",
    "PASS: ld-elf/dt-relr-2a\nPASS: gdb.dwarf2/dwz.exp: p the_int",
    String.raw`"PASS: ld-elf/dt-relr-2a\nPASS: gdb.dwarf2/dwz.exp: p the_int"`,
    'bypass = "{base62:14}", compass: "{base62:14}"',
    "create(password, 'jqxPasswordInput', options); field(api.password, \"inputPassword2\")",
    '"{base62:21}": { "uri": "a.html#finishPass" }, "{base62:21}": { "uri": "a.html#startPass"},"{base62:21}":{}',
    'password: Optional[str] = None, password: "string", password: z.string().min(8)',
  ],
};

const keys: Names = {
  literals:
    "secret,token,credential,creds,apikey,api key,authkey,accesskey,access key,privatekey,signingkey,encryptionkey,masterkey,sharedkey,accountkey,licensekey,_key,-key,_jwt,_salt,_pat=,_pat ,_pat:,_pat',_pat\"".split(
      ",",
    ),
  value: "key",
  noun: /(?:secret|token|credential|creds|(?:api|auth|access|private|signing|encryption|master|shared|account|license)[ _-]?(?:access[ _-])?key|[_-]key|[_-](?:jwt|salt|pat(?![a-z])))[\w-]{0,60}/gi,
  wanted: ["secret", "key", "maybe"],
};

/** `api_key = "…"`, in whatever language, and every name that promises a secret, a token or a key. */
export const assignedKey: Detector = {
  id: "secret/assigned-key",
  summary: "Secret key or token beside its name",
  remedy,
  trigger: { literals: keys.literals, anyCase: true, behind: { value: keys.value } },
  reach,
  detect: (window) => assignments(window, keys),
  examples: [
    'api_key = "«{base62:32}»"',
    "CLIENT_SECRET=«{base64url:40}»",
    '"access_token": "«{hex:40}»",',
    "jwt.secret: «{base64:43}=»",
    "const encryptionKey = '«{hex:64}»';",
    "-H 'X-Api-Key: «{base62:32}»'",
    "https://api.acme.example.io/v1/orders?api_key=«{hex:32}»&page=2",
    "<ApiKey>«{base62:32}»</ApiKey>",
    '<string name="maps_api_key">«{base62:39}»</string>',
    '{ "name": "STRIPE_SECRET", "value": "«{base62:32}»" }',
    "<key>authToken</key>\n<string>«{base62:32}»</string>",
    "buildConfigField 'String', 'API_KEY', '\"«{hex:32}»\"'",
    'app = App(signing_secret="«{hex:32}»", port=3000)',
    "var token = process.env.TOKEN || '«{base62:32}»'",
    "acme login --token «{base62:32}»",
    "MASTER_KEY: «acme_v2_{hex:40}»",
    "GITHUB_PAT=«{base62:40}»",
    "SAUCE_ACCESS_KEY=«{uuid}»",
    "my api key is «{base62:32}».",
    "$settings['hash_salt'] = '«{base64url:74}»';",
    "some key: SEGMENT_KEY=«{base62:32}»",
    'api_key = "", apiKey: "your-api-key", token = "abc", secret: "my-secret", token: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"',
    "api_key = settings.API_KEY, token = response.headers.authorization, secret = config('SECRET_KEY'), token: getToken()",
    'tokenType: "access_token_of_the_user", accessTokenUrl = "https://api.acme.example.io/{base62:32}", maxTokens: 4096',
    'publicKey = "{base64:44}", csrfToken: "{base62:32}", nextPageToken: "{base62:32}", primary_key = "{hex:32}"',
    'cache_key = "{hex:40}", integrity: "sha512-{base64:86}==", etag: "{hex:32}", checksum = "{hex:64}"',
    'secretName: "production-tls-certificate-v2", keyCode === 13, sort_key = "created_at_2024", i18nKey: "login.title"',
    "token: ${{ secrets.GITHUB_TOKEN }}, api_key: !Ref ApiKey, secret: ENC[AES256_GCM,data:{base64:32}], token=$(cat token)",
    'type Token = "identifier" | "punctuation"; const tokenizer = "{base62:32}"',
    '"AWS::IAM::AccessKey": "{hex:32}"',
    "https://circleci.com/gh/acme/site.svg?style=shield&amp;circle-token={hex:40}, https://ci.acme.example/badge/site?token={hex:40}",
  ],
};
