import type { Match } from "../../model/match.ts";
import { type Range, rangeOf } from "../../model/range.ts";
import type { Window } from "../../model/window.ts";
import type { Detector } from "../detector.ts";
import { hostNameConfidence, internalEndings, internalName, ownZones } from "./host-name.ts";
import { isMadeUp } from "./made-up.ts";
import { wordSet } from "./word-set.ts";

export const internalHost: Detector = {
  id: "infrastructure/internal-host",
  summary: "Name of an internal host",
  remedy: "Say what the host does (`our build server`), or use a name kept for documentation: host.example (RFC 2606).",
  disclosure: { topic: "network", weight: 2.5, map: "machine" },
  trigger: [
    { literals: internalEndings, anyCase: true, behind: { none: "token" } },
    { literals: ownZones, anyCase: true },
    {
      literals: [
        ":~",
        " ~]",
        ":/var",
        ":/srv",
        ":/etc",
        ":/opt",
        ":/home",
        ":/root",
        ":/usr",
        ":/data",
        ":/mnt",
        ":/tmp",
      ],
    },
    { literals: ["root@", "admin@", "deploy@"] },
  ],
  reach: { before: 128, after: 112 },

  *detect(window) {
    yield* names(window);
    for (const match of window.matchAll(prompt)) {
      const { user = "", host = "" } = match.groups ?? {};
      if (!isNobodys(user, host)) yield { range: rangeOf(match, "who"), confidence: /\d|-/.test(host) ? 1 : 0.8 };
    }
  },

  examples: [
    "psql -h «db-primary.corp.acme.internal» -U app",
    '{"m":"see\\n«pg1.heron.internal» and\\t«root@web01»:/etc/nginx#"}',
    "the wiki moved to «wiki.corp», and the old one is at «confluence.intranet» still",
    "DB_HOST=«pg-main.internal», DB_HOST=«postgres.internal», «db.prod.heron.internal», «DC01.HERON.LOCAL», «Marias-MacBook-Pro.local»",
    "ping «build01.lan»; ssh carla@«build02.lan»",
    "«ip-10-0-1-2.ec2.internal» answered in 4 ms",
    "mount «nas7.home.arpa»:/backup",
    'hosts: ["«pg1.heron.corp»", "«pg2.heron.corp»"]',
    "«carla@heron-web01»:~/deploy$ git pull",
    "«deploy@ip-172-31-4-9»:~$ uptime",
    "«root@web01»:/etc/nginx# nginx -t",
    "[«root@heron-db1» ~]# systemctl status",
    "rsync -a dist/ «deploy@heron-web01»:/srv/www/",
    "connect to «mailhost.home» on Sunday",
    "it is down («build01.heron.corp»), and the other one too (see «build02.heron.lan»).",
    'DBHost=«pg7.heron.lan»\nServername = «pg8.heron.lan»\nAddress = «bacula.heron.intranet»\nconnectionString="Data Source=«sql2.heron.internal»;Initial Catalog=Shop"',
    "<host>«ldap2.heron.lan»</host><host><![CDATA[«db2.heron.intranet»]]></host><key>host</key><string>«db2.heron.lan»</string>",
    "the printer is at «printer.local», more one cannot say",
    "«vm-web-2.c.heron-prod-3311.internal» is down, «nas2.fritz.box» too, «web01.heron.localdomain», «billing.service.dc1.consul»:8080",
    "ssh deploy@«build07.corp.heron.io», psql -h «pg1.internal.heron.io» -U app",
    "Subject: C=DE, O=Heron, CN=«ldap1.heron.lan»",
    "fritz.box, consul.service.consul:8500, vault.service.consul, localhost.localdomain, config.consul, install.consul, my.fritz.box",
    "com.sun.corp.tools.io, org.gradle.internal.impl.dev, https://pkg.example/x.internal.y.z, ssh build.corp.contoso.com, ssh www.corp.co.uk",
    "it stands in jira.corp.heron.io, as the manual has it",
    "export PATH=~/.local/bin:$PATH, .env.local, .env.production.local, tsconfig.local, settings.local.json, foo.local.ts",
    "import org.gradle.internal.Foo; com.acme.tools.internal, this.internal, options.local, path.home, os.home()",
    "host.docker.internal, metadata.google.internal, kubernetes.default.svc.cluster.local, localhost.local",
    "your-host.local, foo.internal, my-server.lan, example.corp, db.example.internal, <name>.local, $HOST.corp, ${host}.lan",
    "www.example, app.test, nothing.invalid, web.localhost, example.com, site.example.org",
    "Vue's dashboard.local.vue, a.localize(), x.internals, theLocal.homePage, config.home = 1",
    "git@github.com:acme/site.git, someone@example.com: ~ hello, npm i acme@1.2.3, user@host:~$ ls, ubuntu@ubuntu:~$ pwd",
    "root@3f1c9be2a7d0:/app# ls",
    "_http._tcp.local, _ssh._tcp.local.",
    "x.remoteHost=pg7.internal; remoteAddress = config.local, <host>options.local</host>, a=>b2.internal",
    "if (window.heron.internal) x(my.heron.local).then()",
    "IRC: carla@work:/join",
    "write to mira.lan@heron-mail.vn",
  ],
};

const plain = new RegExp(
  String.raw`(?<![\w.$%{}*-](?<!(?<!\\)\\[nrt])|(?<!<[\w:.-]{1,40})>)(?<!(?<!\\)\\(?=[nrt]))${internalName}(?![\w(=@[-]|\.[\w*{]|\s?[!=]?=)`,
  "gi",
);

function* names(window: Window): Generator<Match> {
  for (const match of window.matchAll(plain)) {
    const range = rangeOf(match);
    const place = placeOf(window.text, range);
    const confidence =
      place === "path" || place === "code" ? undefined : hostNameConfidence(match[0], place === "host");
    if (confidence !== undefined) yield { range, confidence };
  }
}

const called =
  /(?:(?<!\/)\/\/|\\\\|@|(?<![a-z])(?:ssh|scp|ping6?|curl|wget|telnet|nc|dig|nslookup|traceroute|mosh|psql -h|mysql -h|-h|hosts?|hostname|server|server_name|dns|resolves?|connect(?:s|ed|ing)? (?:to|with)|running on|runs on|lives on|listens on|reach(?:es)?|machine|node|endpoint|mount|cname|login (?:to|on)|log in(?:to)? )["'\]]{0,2}\s{0,2}[:=]?\s{0,2}[["'`]{0,2})$/i;

/** A setting whose name ends so: `DBHost=`, `Servername = `, `Data Source=`, `<host>`, `<key>host</key><string>`. */
const set =
  /(?<![\w.$-])[\w-]{0,20}(?:host(?:[_-]?name)?|server(?:[_-]?name)?|address|addr|data source|(?<![\w-])cn)(?:["']?\s?[=:]\s?["']?|(?:<\/key>\s?<string)?>(?:<!\[CDATA\[)?)$/i;

/** What the place of a name says of it. */
function placeOf(text: string, { start, end }: Range): "host" | "path" | "code" | "text" {
  const before = text.slice(Math.max(0, start - 32), start);
  const after = text.slice(end, end + 8);
  if (called.test(before) || /^:(?:\d{2,5}\b|\/[^/])/.test(after)) return "host";
  if (/[/\\]$/.test(before)) return "path";
  if (set.test(before)) return "text";
  if (/\b(?:import|package|from|namespace|using|require|module)\s{1,3}["'(]{0,2}$/.test(before)) return "code";
  if (/[!&|+;=]\s?$/.test(before) || /(?:\S|\b(?:if|for|while|switch|return|await|catch) )\(\s?$/.test(before))
    return "code";
  return /^(?:;|\)\s?(?:[;{]|\.\w)|\s?[&|+?<>*]|\])/.test(after) && !/^[;\])]?["'`]/.test(after) ? "code" : "text";
}

const prompt =
  /(?<![\w.@/+-](?<!(?<!\\)\\[nrt]))(?<!(?<!\\)\\(?=[nrt]))(?<who>(?<user>[a-z_][a-z\d_.-]{0,31})@(?<host>[a-z][a-z\d-]{0,62}))(?::(?:~|\/(?!join\b)[a-z\d])|:\/[#$]|\s(?:~|\/?[\w.-]{1,40})\][$#])/dgi;

/** Logins that name no machine: forges, containers with a made-up name, manuals. */
function isNobodys(user: string, host: string): boolean {
  const isHash = /^[\da-f]{8,64}$|^sha\d/.test(host);
  return (
    user.toLowerCase() === "git" ||
    isHash ||
    isMadeUp(host) ||
    isMadeUp(user) ||
    anybodys.has(host.toLowerCase().replace(/-?\d$/, ""))
  );
}

const anybodys = wordSet(`
  localhost ubuntu debian fedora centos arch archlinux kali alpine raspberrypi vagrant docker container computer pc laptop desktop macbook
  macbook-pro mac host hostname remote remotehost remote-host remote-server server vm linux home work node client local machine ip address
`);
