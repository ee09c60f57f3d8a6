import type { Detector } from "../detectors/detector.ts";
import { endOfPlaceholder } from "../model/placeholder.ts";
import type { Range } from "../model/range.ts";
import type { Window } from "../model/window.ts";
import { isHarmless } from "./harmless.ts";
import { headerValue } from "./header-value.ts";
import { type Name, nameAt } from "./name.ts";
import { encodedValue, endAt, inElement, inStruct, matchAt, partOfForm, quotedSign } from "./other-values.ts";
import { endOfQuoted, type Quote, quoteFrom } from "./quote.ts";
import { dumpSign, printed, told, typeSign } from "./rendered.ts";
import { headers, isPromised, secretNameOf } from "./secret-name.ts";
import { isNothing, leavesIn, leafAt, prefixAt } from "./value.ts";

/**
 * What stands behind a name that says that it is a secret, whatever it is: `"password": "…"` in JSON at any depth of quoting,
 * `password=…` as logfmt and queries have it, `authorization: '…'` as programs print objects, header lines, and pairs of `name` and `value` as HAR
 * has them. In a commit that would be far too much; of a log nothing is lost by it.
 */
export const namedValue: Detector = {
  id: "secret/named-value",
  summary: "Value of something that is named as a secret",
  remedy: "Mask it: `outgate redact`. Then take it out before requests and settings are logged.",
  trigger: {
    literals: [
      'passw|passphrase|passcode|kennwort|contrase|mot_de_passe|senha|wachtwoord|pswd|pwd|pass"|pass\'|pass=|pw=|pw"',
      'psk|secret|credential|creds|token|jwt|cookie|authorization|otp=|otp"|sid=|sid"|session_id|sessionid|sessid|session=',
      'session"|code_verifier|assertion=|samlre|?code=|&code=|26code=|?sig=|&sig=|aspxauth=|signature=|?auth=|?ticket=',
      "apikey|api_key|api-key|api key|private_key|private-key|privatekey|access_key|access-key|accesskey",
      "auth_key|auth-key|authkey|signing_key|signing-key|signingkey|encryption_key|encryption-key|encryptionkey",
      "master_key|master-key|masterkey",
    ].flatMap((words) => words.split("|")),
    anyCase: true,
  },
  reach: { before: 256, after: 640 },
  isApart: true,
  isGeneral: true,

  *detect(window) {
    let done = 0;
    for (const { start, end } of window.sightings) {
      if (start < done) continue;
      const name = nameAt(window.text, { start, end });
      const kind = name.end <= done ? undefined : secretNameOf(window.text.slice(name.start, name.end));
      if (kind === undefined || (kind === "asked" && !isAsked(window.text, name))) continue;
      for (const range of valuesOf(window, name)) {
        if (!isPromised(window.text.slice(range.start, range.end), kind) || isHarmless(window.text, name, range))
          continue;
        yield { range };
        done = Math.max(done, range.end);
        const changed = changedTo(window.text, range.end);
        if (changed === undefined) continue;
        yield { range: changed };
        done = changed.end;
      }
      done = Math.max(done, name.end);
    }
  },

  examples: [
    '{"user":"jane","password":"«hunter2»","port":25}',
    '{"smtp":{"Passwd":"«a \\"quoted\\" one»"},"max_tokens":4096,"token_type":"bearer"}',
    '{"log":"connect {\\"api_key\\":\\"«abc»\\",\\"pin\\":7}\\n","secret":«1234»,"token":null,"password":""}',
    '{"Authorization":["«Bearer abc»"],"cookies":{"a":"«1»","b":[«2»,true]}}',
    '{"name": "Authorization", "value": "«Basic abc»"}, {"value":"«k=v»","name":"Cookie"}',
    '"rawHeaders": ["Host","acme.example.io","Authorization","«Bearer abc»"]',
    'level=info password=«hunter2» db_password="«two words»" token= secret=null user=jane',
    "POST /login?user=jane&password=«a,b»&next=/ pwd=«x»,host=db",
    "headers: { 'x-api-key': '«abc»', authorization: `«Bearer abc»`, accept: '*/*' }",
    "map[Accept:[*/*] Authorization:[«Bearer abc»] Host:[acme.example.io]]",
    "> Authorization: «Basic abc»\r\n> Accept: */*",
    "Cookie: «a=b;\n c=d»\nHost: acme.example.io",
    "20:48:00.032429 > X-Api-Key: «82h»\n20:48:00.032429 > Cookie: «a=b; c=d»\n20:48:00.040061 < Set-Cookie: «sid=e; HttpOnly»",
    "004e: Authorization: «abc»\n008d: Accept: */*\nweb-1  | cookie: «a=b; c=d»\nproxy | Authorization: «abc»",
    "2026-11-21 20:48:01,791 DEBUG header: Set-Cookie: «sid=e; Path=/; HttpOnly»\nNov 21 20:48:01 web app[12]: X-Auth-Token: «abc»",
    '{"a":"GET /\\r\\nCookie: «a=b; c=d»\\r\\nX-Api-Key: «82h»\\r\\nHost: a","b":"{\\"a\\":\\"x\\\\npw=«hunter2»\\\\nCookie: «a=b»\\\\r\\\\n\\"}"} C:\\token=«x»',
    "sent Cookie: «a=b; c=d», X-Api-Key: «82hf» and more. Cookie: we set one, X-Api-Key: it is missing",
    "curl -H 'X-Api-Key: «abc»' -H 'Accept: */*'",
    "sent Authorization: «Bearer abc» to acme.example.io",
    "Authorization: [secret:bearer-token:91c2]\npassword=[secret:named-value:07ab]",
    "{'password': '«hunter2»', \"token\": b'«abc»', 'api_key': u\"«def»\"}, Config(password=b'«x»')",
    '{"password"=>"«hunter2»", :token=>"«abc»", :api_key => "«def»"} $env:TOKEN = "«ghi»"',
    "&{User:jane Password:«hunter2» Token:«abc» Port:25} map[password:«x» user:jane] {Password:«y»}",
    'url.Values{"password":[]string{"«hunter2»"}, "user":[]string{"jane"}} {"tokens":map[string]interface {}{"a":"«b»"}}',
    'MountVolume.SetUp failed for volume "creds" : secret "db" not found',
    "password_attempts=3 token_rate=12.5 tokens_per_second=42.1 passwords_checked=4 secret_rotation=30d tokenBucket=7",
    "body=user%3Djane%26password%3D«a%2Bb»%26next%3D1 q=%7B%22password%22%3A%22«hunter2»%22%2C%22token%22%3A%22«x»%22%7D",
    'Content-Disposition: form-data; name="password"\r\n\r\n«hunter2»\r\n--x; "form-data; name=\\"token\\"\\r\\n\\r\\n«abc»\\r\\n--x"',
    '{"at":1,"tokens":["«a»",{"b":"«c»\n2026-11-21 GET /\n{"at":2,"user":"jane"}\n{"tokens":[\n  "«d»",\n  "«e»"\n],"at":3}',
    "error in Token:Parse, see token:none at {a:1}, [token:07ab], [token:refresh], if (token == 'x') or token => 'y'",
    'level=info msg="self.password = other.password1:" at=3, {"a":"no password:"}, msg="login password:"«hunter2»" failed"',
    "the password: wrong, the token is missing, Authorization: required; cookiePolicy=strict; password=****",
    "GET /count?max_tokens=4096 PWD=/srv/app OLDPWD=/ `password`: a person may have chosen it",
    '{"dependencies":{"js-tokens":"^4.0.0","@acme/rule-1password":"13.0.7","password":"«1.2.3»"}} "js-tokens": {"version":"4.0.0"}, "@acme/token": "«1.2.{digits:38}»"',
    'it wrote ("[secret:" before a hash), and a stretch\nof two lines, "what a word is" and more',
    'pw=«harbour7!» user=jane {"pw":"«x»"} pw=12 ph=3.2, pass=12 fail=0, secrets=7 {"pass":12} cookies: 3 pwd=/srv/app contraseña=«hunter2»',
    "session_id=«{hex:32}» JSESSIONID=«{HEX:32}.node0»; connect.sid=«s%3A{base62:32}.{base62:43}» PHPSESSID=«{uuid}»",
    'sid=42 session=active session_id=4711 {"sessionId":"{uuid}"} {"sid":"«{base62:28}»"} otp=«{digits:6}» otp=26',
    "GET /cb?code=«{base62:40}»&state=x HTTP/1.1, code=200, ?code=ENOENT, /ws?ticket=«{base62:32}» ticket=OPS-12 /b?sv=1&sig=«{base64url:43}»",
    "https://s3.acme.example.io/x?X-Amz-Signature=«{hex:64}»&X-Amz-Date=1, token\\u003d«abc»\\u0026next, \\u0026code=«{base62:40}»\\u0026a",
    '<wsse:Password Type="http://acme.example.io/#Text">«hunter2»</wsse:Password> <password>«two words»</password><Token/><token></token>',
    '<name>password</name><value><string>«hunter2»</string></value> &lt;password&gt;«x»&lt;/password&gt; {"a":"\\u003cpassword\\u003e«x»\\u003c/password\\u003e"}',
    "<secret><![CDATA[«a b»]]></secret> login <user> <password> [--force], send <token> in <b>a header</b>, <passwordPolicy>strict</passwordPolicy>",
    "* [HTTP/2] [1] [authorization: «Bearer abc»]\n* [HTTP/2] [1] [cookie: «a=b; c=d»]\n* [HTTP/2] [1] [user-agent: curl/8.5.0]\n",
    '>> "Authorization: «Bearer abc»[\\r][\\n]"\n>> "X-Api-Key: «82h»[\\r][\\n]"\n>> "Host: acme.example.io[\\r][\\n]"',
    "request=https://acme.example.io/?token\\=«abc» act=ok GET /dl?sig=«{base64url:43}» theme=dark;+.ASPXAUTH=«{HEX:160}»",
    "{&quot;password&quot;:&quot;«hunter2»&quot;,&quot;a&quot;:1}",
    "Array\n(\n    [user] => jane\n    [password] => «two words»\n    [password:protected] => «x»\n    [token] => Array\n)",
    'array(2) {\n  ["password"]=>\n  string(7) "«hunter2»"\n  ["pwd":protected]=>\n  string(1) "«x»"\n}',
    'Config { password: Some(\n        "«hunter2»",\n    ), token: Ident("foo"), secret: Secret("«abc»") }',
    '(string) (len=8) "Password": (string) (len=7) "«hunter2»", Token: (string) (len=32) "«{base62:32}»"',
    "passwd: «{lower:5}{digits:4}», timeout 30; password: sha256, token: expired, password: expected a string",
    "userPassword:: «{encode:base64}{base62:12}{end}»\n",
    '~ password = "«hunter2»" -> "«hunter3»", db_password: "«hunter2»" => "«hunter3»"',
    'x password=\'«it\'\'s hunter2»\' and "password": "", "a": 1, DB_PASSWORD -> «hunter2»\nAPI_TOKEN ..... «hunter2»\n│ DB_PASSWORD  │ «hunter2» │\n| DB_PASSWORD | «hunter2» |',
    "password=[REDACTED] token=<redacted> Authorization: Bearer [FILTERED]\nAuthorization: Bearer $TOKEN\npassword: (hidden), pw=xxxxxxxx, Token:<nil>",
    "SET password=$1, token=? WHERE password=@p1 AND token=:token OR password=@Password, pw=%s, pwd=%(pwd)s, token=n/a pwd={0} Authorization: Bearer <token>",
    'password={Password} password=«{hunter2»} password=«:hunter2» token=Optional.empty {"token":(*string)(nil)} secret=[REDACTED_SECRET] {"password":"<encrypted>"}',
    "password=SecretStr('**********') {'token': SecretStr('**********'), 'password': SecretStr('«hunter2»')} client_token=hmac-sha256:{hex:64} token=UUID('«{uuid}»')",
    'token=${{ secrets.X }} pw=%PW% "password":"{{ pw }}" secret=$(cat /run/x) authorization=enabled {"password":{"type":"string","minLength":8}}',
    '{"etag":"W/\\"bXlQd2Pwd=\\"","host":"a"} {"etag":"W/\\"b+aPwdJla=\\"","host":"a"} {"id":"a+aPwdJla="}, {"id":"b"}',
  ],
};

/** `password = "old" -> "new"`, as plans of changes show it. */
function changedTo(text: string, end: number): Range | undefined {
  const sign = matchAt(/["'`]\s{0,4}(?:[-=]>|\xe2\x86\x92)\s{0,4}["'`]/y, text, end);
  if (sign === undefined) return undefined;
  const start = end + sign.length;
  const changed = { start, end: Math.min(endOfQuoted(text, start, sign.slice(-1)), endAt(text, /[\r\n]/g, start)) };
  return isNothing(text.slice(changed.start, changed.end)) ? undefined : changed;
}

/** `DB_PASSWORD -> value`, and in tables and lists of settings `│ DB_PASSWORD │ value │`, `DB_PASSWORD .... value`. */
function listed(text: string, { start, end }: Range): Range | undefined {
  if (!/^[A-Z][A-Z\d]*_[A-Z\d_]+$/.test(text.slice(start, end))) return undefined;
  const sign = matchAt(
    /[ \t]{1,60}(?:[-=]>|\xe2(?:\x86\x92|\x94[\x82\x83]|\x95\x91)|\|{1,2}|\.{3,60})[ \t]{1,60}/y,
    text,
    end,
  );
  if (sign === undefined) return undefined;
  const at = end + sign.length;
  return { start: at, end: endAt(text, /\s/g, endOfPlaceholder(text, at)) };
}

function* valuesOf(window: Window, name: Name): Generator<Range> {
  if (name.quote === undefined) yield* behindWord(window, name);
  else yield* behindQuoted(window, name, name.quote);
}

function* behindQuoted(window: Window, name: Range, quote: Quote): Generator<Range> {
  const { text } = window;
  const end = name.end + quote.length;
  const dumped = dumpSign(text, end);
  if (dumped !== undefined) return yield* leavesIn(window, end + dumped, false);
  const separator = matchAt(/\s{0,80}(?::|=>?)\s{0,80}/y, text, end);
  if (separator === undefined) {
    yield* kept(window, partOfForm(text, { ...name, quote }, end));
    return yield* pairedWith(window, { ...name, end }, quote);
  }
  const at = end + separator.length + (matchAt(typeOfGo, text, end + separator.length)?.length ?? 0);
  if (matchAt(schema, text, at) !== undefined) return;
  if (separator.startsWith(" ") && matchAt(sentence, text, at) !== undefined) return;
  const type = typeSign(text, at);
  if (type !== undefined) return yield* leavesIn(window, at + type, false);
  const isCounted = /tokens$|credentials$/i.test(text.slice(name.start, name.end));
  // Prose quotes a name like this, and goes on with its own words.
  if (!quote.endsWith("`") || quoteFrom(text, at) !== undefined) yield* leavesIn(window, at, isCounted);
}

/** What a message says of what it has quoted: `volume "creds" : secret "db" not found`. */
const sentence = /[a-z]{2,40} ["'A-Za-z]/y;

/** What Go writes between a name and a list or a map: `"password":[]string{"hunter2"}`. */
const typeOfGo = /(?:\[\]|map\[\w{1,20}\]){1,2}(?:[\w.*]{1,40}|interface ?\{\})(?=\{)/y;

/** What describes a value, and has none: https://json-schema.org */
const schema =
  /\{\s{0,80}\\{0,127}"type\\{0,127}"\s{0,8}:\s{0,8}\\{0,127}"(?:string|number|integer|boolean|object|array|null)\\{0,127}"/y;

function* behindWord(window: Window, { start, end }: Name): Generator<Range> {
  const { text } = window;
  const isHeader = headers.test(text.slice(start, end));
  yield* kept(window, encodedValue(text, end));
  if (text.charAt(end) === "=" && !/[=>~]/.test(text.charAt(end + 1))) yield* behindSign(window, { start, end });
  const sign = quotedSign(text, { start, end });
  if (sign !== undefined) yield* kept(window, assigned(text, end + sign));
  yield* kept(window, inElement(text, { start, end }));
  yield* kept(window, inStruct(text, { start, end }));
  yield* kept(window, printed(text, { start, end }));
  yield* kept(window, listed(text, { start, end }));
  const colon = matchAt(/[ \t]{0,8}:[ \t]{0,8}/y, text, end);
  if (colon === undefined) return;
  const at = end + colon.length;
  const quote = quoteFrom(text, at);
  if (quote !== undefined && quote.length > 0 && !isClosing(text, start, quote, at)) yield* leavesIn(window, at, false);
  else if (isHeader && text.charAt(at) === "[" && endOfPlaceholder(text, at) === at)
    yield* kept(window, { start: at + 1, end: endAt(text, /\]/g, endOfPlaceholder(text, at + 1)) });
  else if (isHeader) yield* kept(window, headerValue(text, start, at));
  else yield* kept(window, told(text, { start, end }, at));
}

function* behindSign(window: Window, { start, end }: Range): Generator<Range> {
  const { text } = window;
  const quote = quoteFrom(text, end + 1);
  // The last sign of base64 in a string.
  if (quote !== undefined && (isClosing(text, start, quote, end + 1) || endsMember(text, end + 1 + quote.length)))
    return;
  const value = assigned(text, end + 1);
  const [name, own] = [text.slice(start, end), text.slice(value.start, value.end)];
  // The folder of a process, in its environment.
  const isFolder = /^(?:OLD)?PWD$/.test(name) ? own.startsWith("/") : /^pwd$/i.test(name) && folder.test(own);
  if (!isFolder) yield* kept(window, value);
}

/** As programs print the folder that they are in; a password in base64 may begin with a slash. */
const folder =
  /^(?:\/(?:home|srv|app|usr|var|root|tmp|opt|Users|mnt|data|builds?|workspaces?|etc|code|src|repo)(?:\/|$)|\/$|~|[A-Z]:\\)/;

/** Whether a name stands where an address or a form asks for its value. */
function isAsked(text: string, { start, end }: Range): boolean {
  return (
    /(?:[?&;]|%26|%3F|u0026|u003f)$/i.test(text.slice(Math.max(0, start - 5), start)) &&
    /^(?:=|%3D|\\{1,127}u003d)/i.test(text.slice(end, end + 8))
  );
}

/** Whether behind a quotation mark stands what ends a string or a member of JSON. */
function endsMember(text: string, at: number): boolean {
  return /^(?:\\{0,127}["'`][\s,}\]]|[,}\])]{1,3}\s{0,4}\\{0,127}["'`{[])/.test(text.slice(at, at + 140));
}

/** Whether the quotation mark at a place ends what began before the name: '-H "Authorization:"', or 'msg="no password:" at=3'. */
function isClosing(text: string, start: number, quote: Quote, at: number): boolean {
  if (text.slice(Math.max(0, start - quote.length), start).endsWith(quote)) return true;
  if (quote !== '"' || !/[\s,;)\]}]/.test(text.charAt(at + 1) || " ")) return false;
  const line = text.slice(text.lastIndexOf("\n", start) + 1, start);
  return (line.match(/(?<!\\)"/g) ?? []).length % 2 === 1;
}

/** logfmt's value, or that of a query: up to a space or to what begins the next pair. */
function assigned(text: string, start: number): Range {
  const at = start + prefixAt(text, start);
  const quote = quoteFrom(text, at);
  if (quote !== undefined) {
    const first = at + quote.length;
    return { start: first, end: Math.min(endOfQuoted(text, first, quote), endAt(text, /[\r\n]/g, first)) };
  }
  const reference = matchAt(/\$\{\{[^{}\r\n]{0,200}\}\}/y, text, at);
  return { start: at, end: endAt(text, endOfAssigned, reference ? at + reference.length : endOfPlaceholder(text, at)) };
}

const endOfAssigned = /[\s"'`<>&]|\\{1,127}[nrtu"']|[,;](?:\s|[\w.-]{1,40}=|$)|[)\]}]+(?=[\s"',;)\]}]|$)/g;

/** Between two members: JSON that was laid out and put into a string has its newlines escaped, once for each string around it. */
const comma = /(?:\s|\\{1,127}[nrt]){0,80},(?:\s|\\{1,127}[nrt]){0,80}/y;
const commaBefore = /(?:\s|\\{1,127}[nrt]){0,80},(?:\s|\\{1,127}[nrt]){0,80}$/;

/** `{"name": "Cookie", "value": …}` and the same the other way round; a list of header names and values. */
function* pairedWith(window: Window, { start, end }: Range, quote: Quote): Generator<Range> {
  const { text } = window;
  const name = text.slice(start, end - quote.length);
  const next = matchAt(comma, text, end);
  const label = /\\{0,127}["'](?:name|key|field|header|param|variable)\\{0,127}["']\s{0,80}:\s{0,80}$/i;
  const own = label.exec(text.slice(Math.max(0, start - quote.length - 240), start - quote.length));
  if (own === null) {
    if (next !== undefined && headers.test(name)) yield* kept(window, leafAt(text, end + next.length));
    return;
  }
  if (next !== undefined) {
    const value = matchAt(/\\{0,127}["']value\\{0,127}["']\s{0,80}:\s{0,80}/iy, text, end + next.length);
    if (value !== undefined) yield* leavesIn(window, end + next.length + value.length, false);
  }
  const before = text.slice(0, start - quote.length - own[0].length);
  const gap = commaBefore.exec(before.slice(-600))?.[0] ?? "";
  if (gap === "") return;
  const last = before.slice(-4096 - gap.length, before.length - gap.length);
  const offset = before.length - gap.length - last.length;
  for (const { 0: found, index } of last.matchAll(/\\{0,127}["']value\\{0,127}["']\s{0,80}:\s{0,80}/gi)) {
    const leaf = leafAt(text, offset + index + found.length);
    const closing = leaf === undefined ? 0 : leaf.end + quote.length;
    if (closing === before.length - gap.length) yield* kept(window, leaf);
  }
}

function* kept({ text }: Window, range: Range | undefined): Generator<Range> {
  if (range === undefined || range.start >= range.end) return;
  const value = text.slice(range.start, range.end);
  // What was decoded around an escape can end in the midst of what was masked.
  if (!isNothing(value) && !(range.end === text.length && begunPlaceholder.test(value))) yield range;
}

const begunPlaceholder =
  /^\[(?:s(?:e(?:c(?:r(?:e(?:t(?::[a-z\d-]{0,60})?)?)?)?)?)?|(?:secret:)?[a-z\d-]{2,60}:[\da-f]{0,3})$/;
