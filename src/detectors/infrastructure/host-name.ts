import { isTopLevel } from "../person/top-level.ts";
import { isMadeUp } from "./made-up.ts";
import { wordSet } from "./word-set.ts";

/**
 * The endings of names that only a network of one's own answers. `.internal` is set aside for that by ICANN, `.home.arpa` by
 * RFC 8375, `.local` by RFC 6762; RFC 6762, appendix G, names the others as those in use, but for `.localdomain`, which installers write, `.consul`
 * (https://developer.hashicorp.com/consul/docs/services/discovery/dns-static-lookups), and `.fritz.box`, which routers of AVM answer.
 */
export const internalEndings = [
  ".internal",
  ".local",
  ".localdomain",
  ".lan",
  ".corp",
  ".home",
  ".home.arpa",
  ".intranet",
  ".consul",
  ".fritz.box",
] as const;

/** What a company sets its own hosts apart by, below a domain that everybody knows: `git.corp.heron.io`. */
export const ownZones = [".internal.", ".corp.", ".intranet.", ".intra.", ".intern.", ".lan."] as const;

const label = String.raw`[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?`;
const endings = String.raw`internal|local(?:domain)?|lan|corp|home(?:\.arpa)?|intranet|consul|fritz\.box`;
const zones = String.raw`(?:internal|corp|intra(?:net)?|intern|lan)\.(?:${label}\.){1,3}[a-z]{2,24}`;

/** A name with such an ending or in such a zone, for a pattern with the flag `i`. What stands before and behind is the pattern's. */
export const internalName: string = String.raw`(?:${label}\.){1,8}(?:${zones}|${endings})`;

/** Names that are the same everywhere: containers' ways to their host, clouds' metadata. */
const everywhere =
  /(?:^|\.)(?:docker|containers|lima|orb|minikube|rancher-desktop|colima)\.internal$|^(?:[a-z\d-]+\.)?(?:ec2|compute)\.internal$|^(?:metadata|instance-data)\.(?:google|ec2)\.internal$|^metadata\.internal$|\bcluster\.local$|^(?:\w+\.)?(?:consul|vault|nomad)\.service\.consul$|^(?:localhost|localdomain)\.|\.(?:_tcp|_udp)\.local$/i;

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
 * How sure it is that a name with an internal ending, or in an internal zone, is that of a host; undefined where it is none, or everybody's.
 * @param shown whether the place says that it is one: behind `//` or `ssh`, or before a port
 */
export function hostNameConfidence(name: string, shown: boolean): number | undefined {
  const written = ended.exec(name)?.[1];
  if (written === undefined) return shown ? zoneConfidence(name) : undefined;
  const ending = written.toLowerCase();
  // Google puts a `c` before the project: https://cloud.google.com/compute/docs/internal-dns
  const own = name
    .slice(0, -written.length - 1)
    .replace(/\.c(?=\.[a-z][a-z\d-]{4,28}[a-z\d]$)/, "")
    .split(".");
  const [first = ""] = own;
  if (/^ip-\d+-\d+-\d+-\d+$/.test(first)) return 1;
  if (everywhere.test(name) || own.some(isMadeUp)) return undefined;
  if (/[a-z]/.test(name) && /[A-Z]/.test(written) && !written.includes(".")) return undefined; // process.env.HOME
  if (ending === "consul" && !/\.(?:service|node|query)(?:\.|$)/i.test(own.join("."))) return undefined;
  const lastPart = first.toLowerCase().replace(/^.*[-_]/, "");
  const telling = own.length > 1 || /\d|-/.test(first);
  if (own.length === 1 && devices.has(first.toLowerCase())) return shown || ending !== "home" ? 0.4 : undefined;
  if (shown) return telling || ending !== "local" ? 1 : 0.6;
  if (isOfCode(own) || (own.length === 1 && files.has(lastPart))) return undefined;
  if (ending === "home" || ending === "local")
    return own.length > 1 || /\d/.test(first) ? 0.8 : ending === "home" ? undefined : telling ? 0.6 : 0.4;
  return telling ? 1 : 0.6;
}

const ended = new RegExp(String.raw`\.(${endings})$`, "i");

/** Whoever is outside cannot reach it, but its domain is public, and products and their sites have such names as well. */
function zoneConfidence(name: string): number | undefined {
  const labels = name.toLowerCase().split(".");
  const isDomain = /\.(?:internal|corp|intra(?:net)?|intern|lan)\.(?:com?|org?|net?|ac|gov|edu)\.[a-z]{2}$/i.test(name);
  return isDomain || labels.some(isMadeUp) || !isTopLevel(labels.at(-1) ?? "") ? undefined : 0.7;
}

/** Whether what stands before the ending looks like a package, a property or a constant. */
function isOfCode(own: readonly string[]): boolean {
  const first = own[0]?.toLowerCase() ?? "";
  const name = own.join(".");
  if (packages.has(first) || (holders.has(first) && own.length < 3)) return true;
  return !/\d|-/.test(name) && /[a-z][A-Z]|^[A-Z]{2}/.test(name);
}
