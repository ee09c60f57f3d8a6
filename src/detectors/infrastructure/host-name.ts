import { isMadeUp } from "./made-up.ts";
import { wordSet } from "./word-set.ts";

/**
 * The endings of names that only a network of one's own answers. `.internal` is set aside for that by ICANN, `.home.arpa` by
 * RFC 8375, `.local` by RFC 6762; RFC 6762, appendix G, names the others as those in use.
 */
export const internalEndings = [".internal", ".local", ".lan", ".corp", ".home", ".home.arpa", ".intranet"] as const;

/** A name with such an ending, for a pattern with the flag `i`. What stands before and behind is the pattern's. */
export const internalName: string = String.raw`(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.){1,8}(?:internal|local|lan|corp|home(?:\.arpa)?|intranet)`;

/** Names that are the same everywhere: containers' ways to their host, clouds' metadata. */
const everywhere =
  /(?:^|\.)(?:docker|containers|lima|orb|minikube|rancher-desktop|colima)\.internal$|^(?:[a-z\d-]+\.)?(?:ec2|compute)\.internal$|^(?:metadata|instance-data)\.(?:google|ec2)\.internal$|^metadata\.internal$|\bcluster\.local$|^(?:localhost|localdomain)\.|\.(?:_tcp|_udp)\.local$/i;

/** What devices are called when they are new, and what manuals call a machine. */
const devices = wordSet(`
  raspberrypi raspberry homeassistant hassio hass octopi octoprint openwrt router gateway printer nas unifi pi esp32 esp8266 esphome wled
  mainsail fluidd umbrel nextcloudpi retropie volumio moode server server1 server2 server-1 local dev app api www web mail db database site website
  host host1 host2 node node1 node2 node-1 device pc laptop desktop macbook macbook-pro imac proxy backend frontend service wordpress drupal laravel
  magento symfony homestead vagrant project cluster kubernetes k8s minikube argocd
`);

/** Files that people keep beside the shared one: `tsconfig.local`, `settings.local`. */
const files = wordSet(`
  tsconfig jsconfig settings config configuration conf env rc claude agents gemini readme application appsettings bootstrap compose makefile
  gitconfig gitignore bashrc zshrc vimrc profile aliases properties package user users npmrc eslintrc prettierrc hosts vars variables override
  production development staging test testing default webpack vite values secret secrets credentials database memory notes params parameters
  services routes storage session state adduser deluser
`);

/** What names of packages begin with: `org.gradle.internal`. */
const packages = wordSet(`
  org com net io de java javax jdk sun kotlin kotlinx android androidx scala clojure akka okhttp okhttp3 okio retrofit google golang system microsoft
  std module dev github llvm
`);

/** What holds properties: `this.internal`, `options.local`. */
const holders = wordSet(`
  this self window global globalthis process exports require import os path paths fs dir dirs user userinfo options opts config ctx
  context state props args params req res parent specifier field mapping layout parsed identifier imported exported estree request response data
  item items node obj object value values key entry event e err error my app env settings store cache session scope thread threading t m s x p
  r a b c _ it el element view vm model router route routes page pages nav menu tab tabs screen screens i18n lang locale messages labels common
  errors type types symbol symbols kind flag flags constants resource resources visibility access modifier storage database db client server
  service services api core base lib libs util utils internal internals package packages vendor test tests prospective
`);

/**
 * How sure it is that a name with an internal ending is that of a host; undefined where it is none, or everybody's.
 * @param shown whether the place says that it is one: behind `//` or `ssh`, or before a port
 */
export function hostNameConfidence(name: string, shown: boolean): number | undefined {
  const labels = name.split(".");
  const ending = /\.home\.arpa$/i.test(name) ? "home.arpa" : (labels.at(-1) ?? "").toLowerCase();
  const own = labels.slice(0, ending === "home.arpa" ? -2 : -1);
  const [first = ""] = own;
  if (/^ip-\d+-\d+-\d+-\d+$/.test(first)) return 1;
  if (everywhere.test(name) || own.some(isMadeUp)) return undefined;
  if (/[a-z]/.test(name) && /[A-Z]/.test(ending === "home.arpa" ? "" : (labels.at(-1) ?? ""))) return undefined; // process.env.HOME
  const lastPart = first.toLowerCase().replace(/^.*[-_]/, "");
  const telling = own.length > 1 || /\d|-/.test(first);
  if (own.length === 1 && devices.has(first.toLowerCase())) return shown || ending !== "home" ? 0.4 : undefined;
  if (shown) return telling || ending !== "local" ? 1 : 0.6;
  if (isOfCode(own) || (own.length === 1 && files.has(lastPart))) return undefined;
  if (ending === "home" || ending === "local")
    return own.length > 1 || /\d/.test(first) ? 0.8 : ending === "home" ? undefined : telling ? 0.6 : 0.4;
  return telling ? 1 : 0.6;
}

/** Whether what stands before the ending looks like a package, a property or a constant. */
function isOfCode(own: readonly string[]): boolean {
  const first = own[0]?.toLowerCase() ?? "";
  const name = own.join(".");
  if (packages.has(first) || (holders.has(first) && own.length < 3)) return true;
  return !/\d|-/.test(name) && /[a-z][A-Z]|^[A-Z]{2}/.test(name);
}
