import type { Detector } from "../detector.ts";
import { artifactDetector } from "./artifact.ts";

/**
 * Private keys and the stores that hold them. A `.pem` may be a certificate, a `.key` a presentation, `debug.keystore` has a
 * password that everybody knows; what they contain decides, where it can be read.
 */
export const privateKeyFile: Detector = artifactDetector({
  id: "artifact/private-key",
  summary: "Private key file",
  remedy:
    "Take the file out and make a new key pair, because history keeps what was committed. Keep keys outside of repositories.",
  literals: [
    "id_",
    "ssh_host_",
    ".ppk",
    ".p12",
    ".pfx",
    ".kdb",
    ".jceks",
    ".p8",
    "priv",
    ".key",
    ".pem",
    "secring",
    "wallet.dat",
    "utc--",
    "age/keys.txt",
    ".jks",
    ".keystore",
    ".ovpn",
  ],
  sure: new RegExp(
    String.raw`(?<=^|/)(?:${[
      String.raw`id_(?:rsa|dsa|ecdsa|ed25519|xmss)(?:_sk)?(?:[_.-](?!pub$|md$|txt$|enc$|gpg$|age$)[\w-]{1,40})?`, // ssh-keygen
      String.raw`ssh_host_\w{1,20}_key`,
      String.raw`[^/]*\.(?:ppk|p12|pfx|kdbx?|jceks|p8)`,
      String.raw`(?:priv(?:ate)?[-_.]?key|privkey\d{0,3}|[^/]+[-_.]private(?:[-_.]key)?)\.(?:pem|key|asc|gpg|jwk|json|der|txt)`,
      String.raw`(?:server|client|ssl|tls|root|ca|site|host|domain|private|wildcard)\.key`,
      String.raw`(?:[^/]*[-_.])?key\.pem`,
      String.raw`config/(?:master|credentials/\w{1,40})\.key`, // https://guides.rubyonrails.org/security.html#custom-credentials
      String.raw`secring\.gpg|private-keys-v1\.d/[^/]+\.key|\.?wallet\.dat|UTC--[\w.-]{20,80}`,
      String.raw`sops/age/keys\.txt`,
    ].join("|")})$`,
    "i",
  ),
  unsure:
    /(?<=^|\/)(?:[^/]*\.(?:jks|keystore|key|ovpn)|(?!(?:[^/]*[-_.])?(?:cert(?:ificate)?s?|ca|chain|fullchain|pub(?:lic)?(?:[-_.]?key)?|crt|root|bundle|cacert|dhparams?)\d{0,3}\.pem$)[^/]+\.pem)$/i,
  examples: [
    "«id_rsa»",
    "deploy/«id_ed25519»",
    "home/carol/.ssh/«id_ecdsa_work»",
    "certs/«server.key»",
    "certs/«acme-key.pem»",
    "letsencrypt/live/acme/«privkey.pem»",
    "«config/master.key»",
    "ios/«AuthKey_2X9R4HXF34.p8»",
    "android/«release.keystore»",
    "backup/«passwords.kdbx»",
    "talks/«opening.key»",
    "test/fixtures/«id_rsa»",
    "id_rsa.pub, docs/id_rsa.md",
    "certs/ca.pem",
    "certs/public.pem",
    "src/keys.ts",
    "src/private-key.ts",
    "src/key.pem.example",
  ],
});
