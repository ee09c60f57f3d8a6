import type { Detector } from "../detector.ts";
import { distinct } from "./random.ts";
import { tokenDetector } from "./token.ts";

const remedy =
  "Make a new key, which ends all sessions and makes what was encrypted with the old one unreadable, and read it from the environment.";

/** `php artisan key:generate`: 32 random bytes (16 for AES-128) in base64. https://laravel.com/docs/12.x/encryption */
export const laravelKey: Detector = tokenDetector({
  id: "secret/laravel-key",
  summary: "Laravel application key",
  remedy,
  isFramed: true,
  prefixes: ["base64:"],
  pattern:
    /(?:APP_(?:PREVIOUS_)?KEYS?|['"]key['"])["')\]]{0,3}(?:\s{0,4}(?:=>|[=:,])|\s{1,4}value=)\s{0,4}["']?base64:(?<secret>[A-Za-z0-9+/]{43}[A-Za-z0-9+/=]|[A-Za-z0-9+/]{22}==)(?![A-Za-z0-9+/=])/dg,
  examples: [
    "APP_KEY=base64:«{base64:43}=»",
    "'key' => env('APP_KEY', 'base64:«{base64:43}=»'),",
    '<env name="APP_KEY" value="base64:«{base64:43}=»"/>',
    "APP_KEY=base64:{base64:40}=",
    "APP_KEY=base64:your-32-byte-base64-encoded-key-here=",
    "APP_KEY=",
  ],
});

/** The eight keys and salts of `wp-config.php`: 64 printable characters. https://api.wordpress.org/secret-key/1.1/salt/ */
export const wordpressKey: Detector = tokenDetector({
  id: "secret/wordpress-key",
  summary: "WordPress key or salt",
  remedy:
    "Put new ones from https://api.wordpress.org/secret-key/1.1/salt/ in place of all eight, which logs everybody out.",
  isFramed: true,
  literals: ["AUTH_KEY", "LOGGED_IN_KEY", "NONCE_KEY", "AUTH_SALT", "LOGGED_IN_SALT", "NONCE_SALT"],
  pattern:
    /\b(?:(?:SECURE_)?AUTH|LOGGED_IN|NONCE)_(?:KEY|SALT)(?:["'],[ \t]{0,20}|[ \t]{0,8}[=:][ \t]{0,8})(?<quote>["'])(?<secret>(?:(?!\k<quote>)[\x20-\x7e]){60,68})\k<quote>/dg,
  isProven: (secret) => distinct(secret) > 25 && !/[a-z]{3} [a-z]{3}/.test(secret),
  examples: [
    "define('AUTH_KEY',         '«{base64:30} |+{base64:31}»');",
    'define( "NONCE_SALT", "«{base64:32}<> {base64:29}»" );',
    "SECURE_AUTH_SALT='«{base64:64}»'",
    "define('AUTH_KEY', 'put your unique phrase here');",
    "define('LOGGED_IN_KEY', '{base64:59}');",
  ],
});

/** `rails secret`, `mix phx.gen.secret`: 64 random bytes. https://guides.rubyonrails.org/security.html#custom-credentials */
export const secretKeyBase: Detector = tokenDetector({
  id: "secret/secret-key-base",
  summary: "Rails or Phoenix secret_key_base",
  remedy,
  literals: ["secret_key_base", "SECRET_KEY_BASE"],
  pattern:
    /secret_key_base["')\]]{0,3}\s{0,4}(?:=>|[:=,(])\s{0,24}["']?(?<secret>[0-9a-f]{128}|[a-z0-9+/]{64})(?![\w+/=])/dgi,
  examples: [
    "production:\n  secret_key_base: «{hex:128}»",
    "SECRET_KEY_BASE=«{hex:128}»",
    'config :app, AppWeb.Endpoint, secret_key_base: "«{base64:64}»"',
    'secret_key_base: <%= ENV["SECRET_KEY_BASE"] %>',
    "secret_key_base: {hex:127}",
  ],
});

/**
 * `startproject` makes a SECRET_KEY of 50 characters; since 3.2 it begins with a word that says that it was never meant for
 * production, where it is found all the same. https://docs.djangoproject.com/en/5.2/ref/settings/#secret-key
 */
export const djangoKey: Detector = tokenDetector({
  id: "secret/django-key",
  summary: "Django SECRET_KEY",
  remedy,
  isFramed: true,
  literals: ["SECRET_KEY"],
  pattern:
    /\bSECRET_KEY["')\]]{0,3}\s{0,4}[=:,]\s{0,4}(?<quote>["']?)(?<secret>[a-z0-9!@#$%^&*(_=+)-]{50})(?:\k<quote>|\s)/dg,
  isProven: (secret) => distinct(secret) > 18 && /[!@#$%^&*(=+)]/.test(secret),
  examples: [
    "SECRET_KEY = '«{lower36:20}!@{lower36:20}(^={lower36:5}»'",
    'SECRET_KEY = env("SECRET_KEY", "«{lower36:20}!@{lower36:20}(^={lower36:5}»")',
    "SECRET_KEY = os.environ['DJANGO_SECRET_KEY_OF_THIS_SITE_AND_NOTHING_ELSE']",
    "SECRET_KEY = '{lower36:20}!@{lower36:20}(^={lower36:4}'",
  ],
});

/** The key that Django itself calls insecure: it guards nothing as long as the site is a draft. */
export const djangoInsecureKey: Detector = tokenDetector({
  id: "secret/django-insecure-key",
  summary: "Django SECRET_KEY for development",
  remedy: "See that production reads another one from the environment.",
  prefixes: ["django-insecure-"],
  pattern: /\bdjango-insecure-[a-z0-9!@#$%^&*(_=+)-]{50}(?![a-z0-9])/g,
  isProven: (secret) => distinct(secret) > 18,
  confidence: 0.6,
  examples: [
    "SECRET_KEY = '«django-insecure-{lower36:20}!@{lower36:20}(^={lower36:5}»'",
    "SECRET_KEY = 'django-insecure-change-me'",
  ],
});
