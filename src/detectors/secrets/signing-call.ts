import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { guess } from "./guess.ts";

/** A literal as the key of a signature: whoever reads it signs sessions for anybody. */
export const signingCall: Detector = {
  id: "secret/signing-key-argument",
  summary: "Signing key as an argument",
  remedy:
    "Make a new key, because history keeps what was committed, and read it from the environment or a secret manager.",
  isFramed: true,
  trigger: {
    literals: [
      "jwt.sign(",
      "jwt.verify(",
      "jwt.encode(",
      "jwt.decode(",
      "JWT.encode(",
      "JWT.decode(",
      "JWT::encode(",
      "JWT::decode(",
      "createHmac(",
      "hash_hmac(",
      "hmac.new(",
      "HMAC.digest(",
      "HMAC.hexdigest(",
      "SignedString(",
      "from_secret(",
      "cookieParser(",
      "HMAC256(",
      "HMAC384(",
      "HMAC512(",
      "signWith(",
      "NewCookieStore(",
      "SymmetricSecurityKey(",
      "Fernet(",
      "createCipheriv(",
      "createDecipheriv(",
      "openssl_encrypt(",
      "openssl_decrypt(",
      "AES.new(",
      "AES.encrypt(",
      "AES.decrypt(",
    ],
  },
  reach: { before: 8, after: 640 },

  *detect(window) {
    for (const match of [...window.matchAll(call), ...window.matchAll(keyed)]) {
      const { jwt, secret = "" } = match.groups ?? {};
      const looks = guess(secret);
      const range = rangeOf(match, "secret");
      if (looks === "none") continue;
      if (looks === "random") yield { range, confidence: 0.9 };
      else if (jwt !== undefined && secret.length >= 8) yield { range, confidence: looks === "words" ? 0.4 : 0.6 };
    }
  },

  examples: [
    'const token = jwt.sign({ id: user.id }, "«{base62:32}»", { expiresIn: "1h" });',
    "jwt.verify(req.cookies.session, '«{hex:64}»')",
    'jwt.encode(payload, "«harbour-{lower:6}{digits:4}»", algorithm="HS256")',
    "jwt.sign(claims(user), `«a sentence to sign with»`)",
    'crypto.createHmac("sha256", "«{base62:40}»").update(body)',
    'Algorithm.HMAC256("«{base62:40}»"), .signWith(SignatureAlgorithm.HS256, "«{base62:40}»"), NewCookieStore([]byte("«{base62:32}»"))',
    'new SymmetricSecurityKey(Encoding.UTF8.GetBytes("«{base62:40}»")), Fernet(b"«{base64url:43}=»"), CryptoJS.AES.encrypt(text, "«{hex:32}»")',
    'Algorithm.HMAC256("secret"), signWith(key), Fernet(key), Fernet(os.environ["FERNET_KEY_2"]), createCipheriv("aes-256-cbc", key, iv), AES.encrypt(a, "a key for it")',
    "JWT.encode(payload, '«{base62:32}»', 'HS256'), JWT::encode($claims, '«{hex:64}»', 'HS256'), EncodingKey::from_secret(\"«{base62:32}»\".as_ref())",
    'hmac.new(b"«{base62:32}»", text, sha256), OpenSSL::HMAC.hexdigest("sha256", "«{hex:64}»", text), hash_hmac("sha256", $text, "«{base62:40}»")',
    'token.SignedString([]byte("«{base62:40}»")), cookieParser("«{base62:32}»"), AES.new(b"«{base62:32}»", iv), openssl_encrypt($text, "aes-256-cbc", "«{base62:32}»")',
    'hmac.new(key, b"{base62:32}"), hash_hmac("sha256", "{base62:32}", $key), AES.new(key, AES.MODE_CBC), openssl_encrypt("{base62:32}", "aes-256-cbc", $key)',
    "jwt.sign(payload, process.env.JWT_SECRET), jwt.sign(payload, secret), jwt.verify(token, `${secret}`)",
    'jwt.sign(payload, "secret"), jwt.sign(payload, "my-jwt-secret"), jwt.sign(payload, "shhhhh"), jwt.sign(payload, "changeme")',
    'createHmac("sha256", key), createHmac("sha1", "the name of a thing"), createHmac("sha256", "key")',
  ],
};

const argument = String.raw`(?:[\w.$]{1,64}(?:\([\w.$]{0,64}\))?|\{[^{}]{0,300}\})`;

const method = String.raw`["'\x60][\w-]{1,24}["'\x60]`;

const call = new RegExp(
  String.raw`(?:(?<jwt>\bjwt\.(?:sign|verify|encode|decode)|\bJWT(?:\.|::)(?:en|de)code)\(\s{0,24}${argument}|\bcreateHmac\(\s{0,24}${method})\s{0,24},\s{0,24}b?(?<quote>["'\x60])(?<secret>(?:(?!\k<quote>)[^\\\r\n]){4,300})\k<quote>`,
  "dg",
);

/** The key alone, behind the name of the method or behind the text: where it is a word it may be a name as well. */
const keyed = new RegExp(
  String.raw`\b(?:(?:HMAC(?:256|384|512)|NewCookieStore|SymmetricSecurityKey|Fernet|hmac\.new|AES\.new|SignedString|from_secret|cookieParser)\(|signWith\((?:[\w.]{1,60}\s{0,4},)?|(?:create(?:C|Dec)ipheriv|HMAC\.(?:hex)?digest)\(\s{0,24}${method},|hash_hmac\(\s{0,24}${method},\s{0,24}${argument},|openssl_(?:en|de)crypt\(\s{0,24}${argument},\s{0,24}${method},|AES\.(?:en|de)crypt\(\s{0,24}${argument},)` +
    String.raw`\s{0,24}(?:(?:\[\])?[\w.:]{1,40}\(\s{0,4}){0,2}b?(?<quote>["'\x60])(?<secret>(?:(?!\k<quote>)[^\\\r\n]){4,300})\k<quote>`,
  "dg",
);
