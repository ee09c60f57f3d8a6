/**
 * What a name promises of its value.
 * - `password`: a person may have chosen it.
 * - `secret`: a person may have chosen it, but most are drawn by a machine.
 * - `key`: drawn by a machine.
 * - `maybe`: a key of some kind, and nobody knows whether it is a secret one.
 */
export type NamePromise = "password" | "secret" | "key" | "maybe";

/** `THE_NAME` of a setting, as environments have them. */
export function isConstant(name: string): boolean {
  return /^[A-Z][A-Z\d_]+$/.test(name);
}

/** What the name of a variable, a field, an option or a header promises; undefined where it is not the name of a secret. */
export function promiseOf(name: string): NamePromise | undefined {
  const known = said.get(name);
  if (known !== undefined) return known.promise;
  const promise = promiseIn(name);
  if (said.size === most) said.clear();
  said.set(copyOf(name), { promise });
  return promise;
}

/** What was said of names before: the same ones stand in a file again and again. */
const said = new Map<string, { readonly promise: NamePromise | undefined }>();

const most = 4096;

/** A part of a text would keep all of it in memory. */
function copyOf(text: string): string {
  return Buffer.from(text, "latin1").toString("latin1");
}

function promiseIn(name: string): NamePromise | undefined {
  const words = wordsOf(name);
  const at = words.findLastIndex((word, index) => nounOf(word, words[index - 1]) !== undefined);
  const noun = nounOf(words[at] ?? "", words[at - 1]);
  if (noun === undefined || words.length - at > 5) return undefined;
  if (words.slice(at + 1).some((word) => aboutIt.has(word))) return undefined;
  if (words[at] === "salt") return "maybe"; // hash_salt
  if (noun === "password" && /remember/i.test(name)) return undefined; // rememberMyPassword: yes or no
  // Of `table.accessToken`, what stands before the dot says nothing of the token.
  const before = words.slice(words.length - wordsOf(name.slice(name.lastIndexOf(".") + 1)).length, Math.max(at, 0));
  const isOfSecret = noun === "secret" || words[at - 1] === "secret"; // CSRF_SECRET_KEY
  if (before.some((word) => harmless.has(word) && !(isOfSecret && ofForgery.has(word)))) return undefined;
  // A table has no API: `COLUMN_API_KEY` is the key of a service, whatever it calls itself.
  const isOfApi = words[at - 1] === "api" || /^apikeys?$/.test(words[at] ?? "");
  if (noun === "key" || noun === "maybe")
    return !isOfApi && before.some((word) => harmlessKeys.has(word)) ? undefined : noun;
  return before.includes("encrypted") ? "maybe" : noun;
}

/** `clientSecretKey`, `client-secret.key` and `CLIENT_SECRET_KEY` are the same three words. */
function wordsOf(name: string): string[] {
  return (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []).map((word) => word.toLowerCase());
}

function nounOf(word: string, before = ""): NamePromise | undefined {
  if (/(?:passw(?:or)?ds?|passphrase|passcode|passwort|kennwort|pwd|pswd)$/.test(word)) return "password";
  if (word === "pass" || word === "pw" || word === "authtok" || isPresharedKey(word, before) || ofLogin.test(word))
    return "password";
  if (/^(?:words?|phrase)$/.test(word) && before === "pass") return "password"; // passWord, pass_phrase
  if (/(?:secrets?|credentials?|creds)$/.test(word)) return "secret";
  if (
    word.endsWith("token") ||
    word === "tokens" ||
    word === "totp" ||
    word === "jwt" ||
    word === "bearer" ||
    word === "pat"
  )
    return "key";
  if (/^(?:api|access|auth|secret|private|encryption|signing|master)keys?$/.test(word)) return "key";
  if (word === "key" || word === "keys") return secretKeys.has(before) ? "key" : before === "" ? undefined : "maybe";
  return ["salt", "auth"].includes(word) && before !== "" ? "maybe" : undefined;
}

/** `smtppass`, `dbpw`. */
const ofLogin =
  /^(?:db|my|ftp|sftp|http|proxy|imap|pop|ldap|bind|mqtt|amqp|sql|mysql|redis|rpc|jdbc|wifi|vpn|user|root|mail|smtp|admin|ssh|git|pg|sudo|login|auth|cert|tls|ssl)(?:pass|pw)$|^(?:store|key|require|remote|local|control|trust|ca)pass$/;

/** A network's password; behind `kx_dhe_` it is the name of an algorithm. */
function isPresharedKey(word: string, before: string): boolean {
  return word === "psk" && /^(?:wifi|wpa|wlan|sae|ipsec|vpn)?$/.test(before);
}

/** What stands before "key" where it is a secret one. */
const secretKeys = new Set(
  "secret api access auth authorization authentication account admin app application secret client consumer private encryption encrypt decryption crypto cipher aes hmac jwt signing signature sign master shared service server storage deploy deployment license integration webhook write ingest session cookie merchant mch server security root subscription functions host sas validation crypt".split(
    " ",
  ),
);

/** Words behind the noun that make it the name of something about a secret: `passwordField`, `tokenType`. */
const aboutIt = new Set(
  "id ids attempt attempts try tries retry retries failure failures checked issued created bucket rate per rotation name names field fields label labels placeholder hint hints help title description desc message messages msg error errors text type types kind format regex regexp pattern patterns rule rules policy policies strength score length len size count counts max min limit limits number num index idx position pos offset start end begin path paths file files filename dir directory folder url urls uri link endpoint endpoints host port address addr expiry expires expire expired expiration ttl timeout age date time at lifetime lifespan duration interval header headers prefix suffix param params parameter parameters arg args argument arguments attr attribute property props option options opts flag flags column table row cell class classname style css color selector xpath element el node input box button icon image form page view route router screen modal dialog component template schema model entity dto enum event events handler callback listener hook provider manager mgr factory builder generator hasher hashers validator validation verifier validate checker middleware parser lexer store storage repository repo cache resolver reader writer loader source scope scopes claim claims issuer audience alg algorithm hash hashes hashed digest checksum fingerprint signature ciphertext sha md version status state mode method function fn func reset recovery forgot change update confirm confirmation confirmed repeat again verify required enabled disabled invalid valid exists missing show hide visible toggle encoding encoded charset group arn ref reference references ring pair pairs map list set count usage used metadata info info details config configuration settings ex exception stream".split(
    " ",
  ),
);

/** Words before the noun that make it harmless: what everybody may see, what turns a page, what is no secret but its shadow. */
const harmless = new Set(
  "public pub publishable csrf xsrf csrfmiddleware authenticity antiforgery requestverification next previous prev page pagination continuation placeholder example sample dummy fake mock hash hashed digest checksum fingerprint label hint no is has use show hide forgot reset change confirm invalid missing required expected actual find get".split(
    " ",
  ),
);

/** Of these the token is what a page shows, and the secret what it is made of. */
const ofForgery = new Set(["csrf", "xsrf"]);

/** The same for what is only called a key or a token: those of tables, lists and languages. */
const harmlessKeys = new Set(
  "continue sync cursor design syntax lex lexer parser cancel cancellation primary foreign sort partition cache unique row column index group hot short object property map lookup translation locale i message display query react list item dedupe idempotency site pad eos bos cls sep unk mask special stop start end sha md integrity etag verification recv gpg pgp keyserver ssh version concurrency".split(
    " ",
  ),
);
