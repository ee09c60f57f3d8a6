import type { Match } from "../../model/match.ts";
import { rangeOf } from "../../model/range.ts";
import { showsValue } from "../../model/value.ts";
import type { Detector } from "../detector.ts";
import { guess } from "./guess.ts";
import { promiseOf } from "./key-name.ts";
import { loginMatch } from "./login.ts";

/** Directives of nginx that hand a header or a parameter on, and the names of headers as recorders write them in YAML. */
const directives = ["proxy_set_header", "grpc_set_header", "add_header", "fastcgi_param", "uwsgi_param", "scgi_param"];
const endings = ["-key:", "apikey:", "-token:", "-secret:"];

/**
 * A header or a parameter whose name promises a secret, where the value has no quotation marks: `proxy_set_header X-Api-Key …;` of nginx, and the list of one
 * value that a recorder of requests makes of a header. One in quotation marks is a value behind its name.
 * https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_set_header · https://vcrpy.readthedocs.io/en/latest/usage.html
 */
export const headerKey: Detector = {
  id: "secret/header-key",
  summary: "Key in a header of a server's settings or of a recorded request",
  remedy:
    "Revoke it where it was issued. Then include it in the server's settings from a file that is not committed, and take headers out before requests are recorded.",
  isFramed: true,
  trigger: [
    { literals: directives, behind: { value: "key" } },
    { literals: endings, anyCase: true, behind: { value: "key" } },
  ],
  reach: { before: 96, after: 640 },

  *detect(window) {
    for (const match of [directive, listed].flatMap((pattern) => [...window.matchAll(pattern)])) {
      const { name = "", secret = "" } = match.groups ?? {};
      const range = rangeOf(match, "secret");
      const promise = promiseOf(name);
      if (promise === undefined || !showsValue(window.text, range, rangeOf(match, "literal").end, "key")) continue;
      const found =
        promise === "password" ? loginMatch(range, { user: "", password: secret }) : keyMatch(range, secret);
      if (found !== undefined) yield found;
    }
  },

  examples: [
    "location / {\n  proxy_set_header X-Api-Key «{base62:32}»;\n  add_header X-Auth-Token «{hex:40}» always;\n}",
    "fastcgi_param DB_PASSWORD «{base62:14}»;\nfastcgi_param  APP_SECRET «{base62:32}»;",
    "headers:\n  X-Api-Key:\n  - «{base62:40}»\n  X-Auth-Token: [«{base62:40}»]\n  X-Vault-Token: ['«{base62:24}»']\n",
    "proxy_set_header X-Api-Key $http_x_api_key;\nproxy_set_header X-Real-IP $remote_addr;\nproxy_set_header X-Forwarded-Proto https2;",
    "add_header X-Request-Id {base62:32};\nfastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;\nfastcgi_param DB_PASSWORD password;",
    "x-api-key:\n- header-of-the-service-1\nx-api-key: [string2]\nX-Api-Key: [{{ key_1 }}]\ncache-key:\n- {hex:40}\n",
  ],
};

const directive = new RegExp(
  String.raw`^[ \t]{0,32}(?<literal>${directives.join("|")})[ \t]{1,16}(?<name>[\w-]{2,64})[ \t]{1,16}(?<secret>[^\s;"'$]{8,400})(?=[ \t]{0,8}(?:always|if_not_empty)?[ \t]{0,8};)`,
  "dgm",
);

const listed =
  /(?<![\w-])(?<name>[\w-]{0,60}(?:-key|apikey|-token|-secret))(?<literal>:)[ \t]{0,4}(?:\[[ \t]{0,4}["']?|\r?\n[ \t]{0,24}-[ \t]{1,4}["']?)(?<secret>[\w.~+/-]{16,400}={0,2})["']?(?=[ \t]{0,8}(?:\]|\r?$))/dgim;

function keyMatch(range: Match["range"], secret: string): Match | undefined {
  const looks = guess(secret);
  if (looks === "random") return { range, confidence: 0.9 };
  return looks === "uuid" ? { range, confidence: 0.6 } : undefined;
}
