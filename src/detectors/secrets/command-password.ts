import { matchesOf } from "../../model/matches.ts";
import { rangeOf } from "../../model/range.ts";
import type { Pair } from "../../model/trigger.ts";
import type { Detector } from "../detector.ts";
import { guess } from "./guess.ts";
import { loginMatch } from "./login.ts";
import { sightedIn } from "./sighted.ts";

const gap = String.raw`[^\n|;&]{0,200}?[\s"',]`;
// What the shell fills in is no password.
const bare = String.raw`(?<secret>[^\s"'$\x60<>|;&(){}\\][^\s"'\x60<>|;&\\]{3,255})`;
const argument = `["']{0,3}${bare}`;

/** What logs in to a registry by `login`; Helm by `helm registry login`. */
const registries = ["docker", "podman", "buildah", "skopeo", "oras", "oc", "az", "az acr", "registry"];

interface Option {
  /** One of them stands in whatever the pattern matches, in any case. */
  readonly literals: readonly string[];
  /** What stands behind them there: frequent ones have it. */
  readonly behind?: Pair;
  readonly pattern: RegExp;
  /** A machine drew it: what a person could have chosen is another argument. */
  readonly isDrawn?: true;
}

const options: readonly Option[] = [
  // https://curl.se/docs/manpage.html#-u
  option(
    "curl",
    String.raw`\bcurl(?:\.exe)?\b${gap}(?:-u|--user|-U|--proxy-user)[\s=,"']{0,4}(?<user>[^\s:"'$\x60{}<>]{1,128}):["']?${bare}`,
    { pair: "-u", within: 256 },
  ),
  option("--auth", String.raw`\b(?:https?|xh)\b${gap}--auth[\s=]["']?(?<user>[^\s:"'$\x60{}<>]{1,128}):${bare}`),
  option("sshpass", String.raw`\bsshpass\s{1,4}-p\s{0,4}${argument}`),
  // What a pipe hands over.
  option(
    "--password-stdin,--passwd-on-stdin,passwd --stdin,sudo -s",
    String.raw`\b(?:echo|printf)\s{1,4}(?:-\w{1,3}\s{1,4}|["']%s(?:\\n)?["']\s{1,4}){0,2}${argument}["']?\s{0,4}\|\s{0,4}(?:sudo -S|[^|\n]{0,160}?(?:--password-stdin|--passwd-on-stdin|passwd --stdin))`,
  ),
  // Without a space: with one, MySQL takes the word for the database. https://dev.mysql.com/doc/refman/8.4/en/connecting.html
  option(
    "mysql,mariadb",
    String.raw`\b(?:mysql|mariadb)(?:dump|admin|import|check|sh)?\b(?![.:/])${gap}-p${argument}`,
    { pair: "-p", within: 256 },
  ),
  option(
    "psexec",
    String.raw`\b(?:psexec|PsExec|psExec|PSEXEC)(?:64)?(?:\.(?:exe|EXE))?\b${gap}-u\s{1,4}(?<user>\S{1,128})\s{1,4}-p\s{1,4}${argument}`,
  ),
  option(
    registries.map((program) => `${program} login`).join(","),
    String.raw`\b(?:${registries.join("|")}) login\b${gap}-p[\s=]${argument}`,
  ),
  option("net use", String.raw`\bnet use\b${gap}\/user:(?<user>\S{1,128})\s{1,4}${argument}`),
  option("net use", String.raw`\bnet use\b${gap}${argument}["']?\s{1,4}\/user:(?<user>\S{1,128})`),
  option("net user", String.raw`\bnet user\s{1,4}["']?(?<user>[\w.-]{1,64})["']?\s{1,4}${argument}["']?\s{1,4}\/`),
  option("schtasks", String.raw`\bschtasks\b${gap}\/[rR][pP]\s{1,4}${argument}`),
  // https://learn.microsoft.com/troubleshoot/windows-server/user-profiles-and-logon/turn-on-automatic-logon
  option(
    "reg add",
    String.raw`\breg add\b${gap}\/v\s{1,4}["']?\w{0,40}(?:[Pp]ass[Ww](?:or)?d|[Pp]wd|PASSWORD)["']?\s${gap}\/d\s{1,4}${argument}`,
  ),
  option("plink,pscp,psftp", String.raw`\b(?:plink|pscp|psftp)(?:\.exe)?\b${gap}-pw\s{1,4}${argument}`),
  option("lftp", String.raw`\blftp\b${gap}-u\s{0,4}["']?(?<user>[^\s,"'$]{1,64}),${bare}`),
  option("nmcli", String.raw`\bnmcli\b${gap}(?:password|[\w-]{1,32}\.psk)\s{1,4}${argument}`),
  option(
    "wpa_passphrase",
    String.raw`\bwpa_passphrase\s{1,4}(?:"[^"\n]{1,32}"|'[^'\n]{1,32}'|\S{1,32})\s{1,4}${argument}`,
  ),
  option("zip ", String.raw`\b(?:un)?zip\b${gap}-P\s{0,4}${argument}`, { pair: "-p", within: 256 }),
  option("7z a ,7z x ,7z e ,7za ", String.raw`\b7za?\b${gap}-p${argument}`, { pair: "-p", within: 256 }),
  option(
    "-keychain,key-partition-list,security import",
    String.raw`\bsecurity\s{1,4}(?:(?:unlock|create)-keychain\b${gap}-p|set-key-partition-list\b${gap}-k|import\b${gap}-P)\s{1,4}${argument}`,
  ),
  option("ssh-keygen", String.raw`\bssh-keygen\b${gap}-[NP]\s{0,4}${argument}`),
  option("openssl enc", String.raw`\bopenssl enc\b${gap}-k\s{1,4}${argument}`),
  option(
    "openssl passwd",
    String.raw`\bopenssl passwd\s{1,4}(?:-(?:salt\s{1,4}\S{1,40}|\w{1,10})\s{1,4}){0,4}${argument}`,
  ),
  option(
    "snmpwalk,snmpget,snmpset,snmpbulk",
    String.raw`\bsnmp(?:walk|get|getnext|set|bulkwalk|bulkget)\b${gap}-[cAX]\s{0,4}${argument}`,
  ),
  // A word is what manuals have there. https://docs.oracle.com/en/database/oracle/oracle-database/23/sqpug/starting-SQL-Plus.html
  option(
    "sqlplus,impdp,expdp,sqlldr",
    String.raw`\b(?:sqlplus|impdp|expdp|sqlldr)\s{1,4}(?:-\w{1,8}\s{1,4}){0,3}(?:userid=)?["']?(?<user>[\w$]{1,64})\/(?=[^\s@]{0,64}[\d!#%^*?~+])(?<secret>[^\s"'$\x60<>|;&(){}\\/@]{4,255})`,
  ),
  option("--requirepass", String.raw`--requirepass[\s"',=]{1,6}${argument}`),
  option("cqlsh", String.raw`\bcqlsh\b${gap}-p\s{1,4}${argument}`),
  option("mysqladmin", String.raw`\bmysqladmin\b${gap}password\s{1,4}${argument}`),
  option(
    "smbclient,rpcclient,smbmap,net ads,net rpc",
    String.raw`\b(?:smbclient|rpcclient|smbmap|net (?:ads|rpc))\b${gap}-U\s{0,4}["']?(?<user>[^\s%"']{1,128})%${argument}`,
  ),
  option("redis-cli,valkey-cli", String.raw`\b(?:redis|valkey)-cli\b${gap}(?:-a|--pass)\s{1,4}${argument}`),
  option("mongo", String.raw`\bmongo(?:sh|dump|restore|import|export)?\b(?![.:/])${gap}-p\s{1,4}${argument}`, {
    pair: "-p",
    within: 256,
  }),
  option(
    "ldap",
    String.raw`\b(?:ldap(?:search|add|modify|delete|passwd|whoami)|(?:basic|squid)_ldap_auth)\b${gap}-w\s{1,4}${argument}`,
    {
      pair: "-w",
      within: 256,
    },
  ),
  option(
    "htpasswd",
    String.raw`\bhtpasswd\s{1,4}-\w{0,6}b\w{0,6}\s{1,4}(?:\S{1,128}\s{1,4}){1,2}?(?<user>[^\s-]\S{0,127})\s{1,4}${argument}(?=[\s"']|$)`,
  ),
  option(
    "chpasswd",
    String.raw`\becho\s{1,4}(?:-\w\s{1,4})?["']?(?<user>[\w.-]{1,64}):${bare}["']?\s{0,4}\|\s{0,4}(?:sudo\s{1,4})?chpasswd`,
  ),
  option("-passin,-passout", String.raw`-pass(?:in|out)\s{1,4}["']?pass:${argument}`),
  option("sqlcmd,osql,bcp ", String.raw`\b(?:sqlcmd|osql|bcp)\b${gap}-P\s{0,4}${argument}`, {
    pair: "-p",
    within: 256,
  }),
  option("twine upload", String.raw`\btwine upload\b${gap}-p\s{1,4}${argument}`),
  option("-hp", String.raw`\brar\s{1,4}\w\b${gap}-hp${argument}`),
  option("xfreerdp", String.raw`\bxfreerdp\b${gap}\/p:${argument}`),
  option("ipmitool", String.raw`\bipmitool\b${gap}-P\s{1,4}${argument}`),
  option(
    "add_user,change_password",
    String.raw`\brabbitmqctl\s{1,4}(?:add_user|change_password)\s{1,4}["']?(?<user>[\w.-]{1,64})["']?\s{1,4}${argument}`,
  ),
  // Stores of secrets. https://docs.aws.amazon.com/cli/latest/reference/ssm/put-parameter.html · https://learn.microsoft.com/cli/azure/keyvault/secret
  option("securestring", String.raw`\bput-parameter\b${gap}--value[\s=]${argument}`),
  option("keyvault secret set", String.raw`\bkeyvault secret set\b${gap}--value[\s=]${argument}`),
  option(
    "config set --secret",
    String.raw`\bpulumi\s{1,4}config set --secret\s{1,4}(?:--path\s{1,4})?["']?[\w:.[\]-]{1,128}["']?\s{1,4}${argument}`,
  ),
  option("gh secret set", String.raw`\bgh secret set\s${gap}(?:-b|--body)[\s=]${argument}`),
  option(
    "-generic-password,-internet-password",
    String.raw`\badd-(?:generic|internet)-password\b${gap}-w\s{1,4}${argument}`,
  ),
  // Packages and builds. https://learn.microsoft.com/dotnet/core/tools/dotnet-nuget-push
  drawn("nuget push", String.raw`\bnuget(?:\.exe)? push\b${gap}(?:-k|--api-key|-ApiKey)[\s=]${argument}`),
  drawn("nuget setapikey", String.raw`\bnuget(?:\.exe)? set[aA]pi[kK]ey\s{1,4}${argument}`),
  drawn("cypress run", String.raw`\bcypress run\b${gap}(?:--key|-k)[\s=]${argument}`),
  option("signtool", String.raw`\b[sS]ign[tT]ool(?:\.exe)?["']?\s{1,4}sign\b${gap}\/p\s{1,4}${argument}`),
  // Brokers and databases.
  option("mosquitto_", String.raw`\bmosquitto_(?:pub|sub|rr)\b${gap}(?:-P|--pw)\s{1,4}${argument}`),
  option("etcdctl", String.raw`\betcdctl\b${gap}--user[\s=]["']?(?<user>[\w.-]{1,64}):${bare}`),
  option("http -", String.raw`\bhttps? (?:[^\n|;&]{0,200}? )?-a[\s=]["']?(?<user>[^\s:"'$\x60{}<>]{1,128}):${bare}`),
  option(
    "db2 connect",
    String.raw`\bdb2\s{1,4}["']?connect to\b${gap}user\s{1,4}(?<user>\S{1,64})\s{1,4}using\s{1,4}${argument}`,
  ),
  option(
    "exp ,imp ",
    String.raw`(?:^|[\s;&|$])(?:exp|imp)\s{1,4}(?:userid=)?["']?(?<user>[\w$]{1,64})\/(?=[^\s@]{0,64}\d)(?<secret>[^\s"'$\x60<>|;&(){}\\/@]{8,255})(?=@[\w.:/]{1,128}\s|\s{1,4}(?:file|full|owner|tables|log|dumpfile|fromuser)=)`,
    { pair: "e=", within: 256 },
  ),
  option(
    "luksopen,luksformat,luksaddkey",
    String.raw`\b(?:echo|printf)\s{1,4}(?:-\w{1,3}\s{1,4}|["']%s(?:\\n)?["']\s{1,4}){0,2}${argument}["']?\s{0,4}\|\s{0,4}(?:sudo\s{1,4})?cryptsetup\b`,
  ),
];

/** @param source in which `\s{` is space within a line: what stands in the next one is another command's */
function option(literals: string, source: string, behind?: Pair): Option {
  const pattern = new RegExp(source.replaceAll(String.raw`\s{`, String.raw`[^\S\r\n]{`), "dg");
  return { literals: literals.split(","), pattern, ...(behind && { behind }) };
}

function drawn(literals: string, source: string): Option {
  return { ...option(literals, source), isDrawn: true };
}

/** Options of programs that take a password on the command line, where other users, histories and logs can read it. */
export const commandPassword: Detector = {
  id: "secret/command-password",
  summary: "Password on a command line",
  remedy:
    "Change the password. Then let the program read it from standard input, the environment or a file that only you can read.",
  isFramed: true,
  trigger: options.map(({ literals, behind }) => ({ literals, anyCase: true, ...(behind && { behind }) })),
  reach: { before: 256, after: 512 },

  *detect(window) {
    const sighted = sightedIn(window);
    // A command may go on in the next line behind a backslash, and be a list of its words: `["redis-cli", "-a", "…"]`.
    const text = window.text.replaceAll(/\\\r?\n|["'],[ \t]?["']/g, (between) => " ".repeat(between.length));
    for (const { literals, pattern, isDrawn } of options) {
      if (!literals.some((literal) => sighted.has(literal))) continue;
      for (const match of matchesOf(text, pattern)) {
        const { user = "", secret = "" } = match.groups ?? {};
        if (isDrawn && !["random", "uuid"].includes(guess(secret))) continue;
        const found = loginMatch(rangeOf(match, "secret"), { user, password: secret });
        if (found !== undefined) yield found;
      }
    }
  },

  examples: [
    "curl -s -u deploy:«{base62:20}» https://api.acme.example.io/",
    "curl -X POST https://api.acme.example.io/token \\\n  --user 'shop:«{base62:9}!{base62:4}»'",
    "http --auth deploy:«{base62:20}» https://api.acme.example.io",
    "sshpass -p '«{base62:12}!»' ssh carol@10.0.4.7",
    "mysqldump -h 10.0.4.7 -u root -p«{base62:14}» shop",
    "docker login registry.acme.example.io -u ci -p «{base62:20}»",
    "net use z: \\\\files\\shop /user:ACME\\carol «Harbour{digits:4}!»",
    "smbmap -H 10.0.4.7 -U 'carol%«{base62:12}»'",
    "redis-cli -h 10.0.4.7 -a «{base62:24}» ping",
    "ldapsearch -x -D cn=admin,dc=acme -w «{base62:12}» -b dc=acme",
    "htpasswd -cb /etc/nginx/.htpasswd carol «{base62:12}»",
    "echo 'carol:«{base62:10}!»' | sudo chpasswd",
    "openssl rsa -in a.pem -passin pass:«{base62:16}»",
    'echo "«{base62:20}»" | docker login -u ci --password-stdin; echo «{base62:12}» | sudo -S apt update',
    'printf %s "$TOKEN" | docker login -u ci --password-stdin; echo "$PW" | sudo -S id; cat token | docker login --password-stdin',
    "net use Z: \\\\files\\shop «Harbour{digits:4}!» /user:carol\nnet user carol «Harbour{digits:4}!» /add",
    "net user carol /add; net user growth of 12% / month; schtasks /create /tn a /ru SYSTEM",
    "plink -ssh root@10.0.4.7 -pw «{base62:12}» ls; lftp -u carol,«{base62:12}» ftp.acme.example.io",
    "zip -P «{base62:12}» -r a.zip dir; 7z x a.7z -p«{base62:12}»; unzip -p a.zip dir/file2.txt; 7z a a.7z -p files2",
    "twine upload -u carol -p «{base62:12}» dist/*; rar a -hp«{base62:12}» a.rar dir; basic_ldap_auth -D cn=x -w «{base62:12}» -h ldap",
    'security unlock-keychain -p "«{base62:12}»" login.keychain; ssh-keygen -t rsa -N "" -f id2_rsa; ssh-keygen -N "«{base62:12}»" -f id',
    "sqlplus shop/«{base62:12}»@db.acme.example.io:1521/main; sqlplus scott/tiger@db; sqlplus / as sysdba; sqlplus $U/$P",
    'command: ["redis-server", "--requirepass", "«{base62:14}»"]; redis-server --requirepass ${REDIS_PW1}',
    "snmpwalk -v2c -c «{base62:12}» 10.0.4.7; snmpwalk -v2c -c public 10.0.4.7; wpa_passphrase office «{base62:12}»",
    "aws ssm put-parameter --name /shop/db --type SecureString --value «{base62:14}» --overwrite; aws ssm put-parameter --type SecureString --value $PW1",
    "az keyvault secret set --vault-name shop -n db --value «{base62:14}»; pulumi config set --secret dbPassword «{base62:14}»; pulumi config set --secret dbPassword",
    'gh secret set NPM_TOKEN --body "«{base62:40}»"; gh secret set NPM_TOKEN < token2.txt; gh secret set NPM_TOKEN --body "${TOKEN_2}"',
    "dotnet nuget push a.nupkg -k «{lower36:46}» -s https://api.nuget.org/v3/index.json; dotnet nuget push a.nupkg -k az2; nuget setApiKey «{base62:40}»",
    "cypress run --record --key «{uuid}»; cypress run --record --key $KEY; cypress run --browser chrome2",
    "mosquitto_pub -h m -u a -P «{base62:14}» -t x; etcdctl --user root:«{base62:14}» get a; http -a shop:«{base62:14}» https://api.acme.example.io",
    "db2 connect to shop user carol using «{base62:14}»; exp scott/«{base62:13}7» file=a.dmp; exp scott/tiger file=a.dmp; exp x/y2",
    "signtool sign /f a.pfx /p «{base62:14}» a.exe; security add-generic-password -a carol -s shop -w «{base62:14}»; security add-generic-password -a carol -w\nDB_USER2=carol",
    "echo «{base62:14}» | cryptsetup luksOpen /dev/sdb1 data; echo -n '«{base62:14}»' | sudo cryptsetup luksOpen /dev/sdb1 data -; cat key2 | cryptsetup luksOpen /dev/sdb1 data",
    'curl -u "$USER:$PASSWORD" https://api.acme.example.io; curl -u user:password https://api.acme.example.io',
    "curl -u {base62:20} https://api.acme.example.io",
    "mysql -u root -p shop, mysql -u root -p$PW, sshpass -p ${PW} ssh h, docker login -u ci --password-stdin",
    "mysql -u root -pPassword123 shop; sshpass -p Admin@123 ssh h; mysql -uroot -proot1234",
    "mongodb.com -path /data, the login page -privacy",
    'test: ["CMD", "redis-cli", "-a", "«{base62:14}»", "ping"], ["CMD", "mysqladmin", "ping", "-uroot", "-p«{base62:14}»"], run(["sshpass", "-p", "«{base62:14}»", "ssh"])',
    'test: ["CMD", "mysqladmin", "ping", "-p$$MYSQL_PW1"], option("-p, --port <port>", "mysql port2"), ["mysql", "-p", "db2"], ["curl", "-u", "user:password"]',
    'reg add "HKLM\\SOFTWARE\\Winlogon" /v DefaultPassword /t REG_SZ /d «Harbour{digits:4}!» /f; reg add HKCU\\A /v DisablePasswordReveal2 /t REG_DWORD /d 1234567',
    "echo '«{base62:14}»' | sudo openconnect --passwd-on-stdin vpn.acme.example.io",
  ],
};
