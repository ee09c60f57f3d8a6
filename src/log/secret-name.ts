import { guess } from "../detectors/secrets/guess.ts";
import { promiseOf } from "../detectors/secrets/key-name.ts";
import { decoded } from "../detectors/secrets/url-password.ts";

/**
 * What a log tells of a value by its name.
 * - `whatever`: it is a secret, whatever it is.
 * - `drawn`: it is one if a machine drew it; sessions are counted, too, and a UUID names them in every line of some logs.
 * - `session`: the same of cookies' names, where a UUID is no less a secret.
 * - `asked`: the same as `drawn`, in an address or a form alone: `?code=…`.
 * - `once`: a number of four to ten digits.
 */
export type SecretName = "whatever" | "drawn" | "session" | "asked" | "once";

/** What the name of a value says; undefined where it is not the name of a secret. */
export function secretNameOf(name: string): SecretName | undefined {
  if (isSecretName(name)) return "whatever";
  if (sessions.test(name)) return "session";
  if (drawn.test(name)) return "drawn";
  if (asked.test(name)) return "asked";
  return once.test(name) ? "once" : undefined;
}

/** Whether what stands behind a name is masked whatever it is. */
export function isSecretName(name: string): boolean {
  if (headers.test(name) || /(?:^|[._-])(?:authorization|cookies?)$/i.test(name) || abroad.test(name)) return true;
  const promise = promiseOf(name);
  return promise !== undefined && promise !== "maybe";
}

/** Whether a value is what a name of that kind promises. */
export function isPromised(value: string, name: SecretName): boolean {
  if (name === "whatever") return true;
  if (name === "once") return /^\d{4,10}$/.test(value);
  // Behind a point the name of a server, as Jetty and Tomcat write it.
  const own = decoded(value).replace(/^s:|(?<=^[\dA-F]{20,64})\.[\w-]{1,30}$/g, "");
  if (/^[A-Za-z0-9+/]{150,}={0,2}$/.test(own)) return true;
  const looks = guess(own);
  return looks === "random" || (looks === "uuid" && name === "session");
}

export const headers: RegExp =
  /^(?:(?:proxy-?)?authorization|(?:set-?)?cookies?2?|x-(?:api|auth)-(?:key|token)|api-?key)$/i;

/** Passwords by the words that English programs do not have, in Latin-1. */
const abroad = /(?:^|[^a-z])(?:contrase(?:n|\xc3\xb1)a|mot_?de_?passe|senha|wachtwoord)$/i;

const sessions =
  /^(?:\.?aspxauth|jsessionid|phpsessid|asp\.net_sessionid|aspsessionid\w{0,8}|connect\.sid|laravel_session)$/i;
const drawn =
  /(?:^|[._-])(?:sid|sess(?:ion)?(?:[._-]?(?:id|key))?|auth[._-]?session|code_?verifier|(?:client_?)?assertion|saml_?re(?:sponse|quest)|reset_?token)$/i;
const asked = /^(?:code|auth|ticket|sig|signature|x-(?:amz|goog|oss|ms)-signature)$/i;
const once = /^(?:totp|otp|otp_?code|mfa_?code)$/i;
