import type { Detector } from "../detector.ts";
import { distinct } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * What agents of Consul and Nomad encrypt their gossip with: 32 bytes, or 16.
 * https://developer.hashicorp.com/consul/docs/secure/encryption/gossip/enable
 */
export const gossipKey: Detector = tokenDetector({
  id: "secret/gossip-key",
  summary: "Gossip key of Consul or Nomad",
  remedy:
    "Rotate it with `consul keyring` or `nomad operator gossip keyring`, and keep it out of the configuration that is committed.",
  isFramed: true,
  literals: ["encrypt ", "encrypt=", 'encrypt"', 'encrypt\\"'],
  behind: { run: "unspaced", least: 24, within: 40 },
  pattern:
    /(?<![\w.-])encrypt(?:\\{0,3}")?[ \t]{0,16}[=:][ \t]{0,4}\\{0,3}"(?<secret>[A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{22}==)\\{0,3}"/dg,
  isProven: (secret) => distinct(secret) > 12,
  examples: [
    'datacenter = "dc1"\nencrypt = "«{base64:43}=»"',
    'server {\n  encrypt   = "«{base64:22}==»"\n}',
    '{ "datacenter": "dc1", "encrypt": "«{base64:43}=»" }, encrypt="«{base64:43}=»"',
    '{ "agent.json": "{\\"encrypt\\": \\"«{base64:43}=»\\"}" }',
    'encrypt = "{base64:42}=", encrypt = "${var.gossip_key}", encrypt = true',
  ],
});

/** Tokens that a Consul agent is started with. https://developer.hashicorp.com/consul/docs/reference/agent/configuration-file/acl */
export const consulToken: Detector = tokenDetector({
  id: "secret/consul-token",
  summary: "Token of a Consul agent",
  remedy:
    "Make another one with `consul acl token create`, delete this one, and set it with `consul acl set-agent-token`.",
  isFramed: true,
  literals: ["initial_management", "agent_recovery", "config_file_service_registration"],
  pattern:
    /\b(?:initial_management|agent_recovery|config_file_service_registration)"?\s{0,16}[=:]\s{0,4}"(?<secret>[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})"/dg,
  isProven: (secret) => distinct(secret) > 8,
  examples: [
    'tokens {\n  initial_management = "«{uuid}»"\n  agent_recovery     = "«{uuid}»"\n}',
    '"tokens": { "initial_management": "«{uuid}»" }',
    'initial_management = "00000000-0000-0000-0000-000000000000", initial_management = "${var.token}"',
  ],
});

/**
 * A `key` below what it encrypts: ESPHome's interface, Magento's database. https://esphome.io/components/api/
 * https://experienceleague.adobe.com/en/docs/commerce-admin/systems/security/encryption-key
 */
export const encryptionKey: Detector = tokenDetector({
  id: "secret/encryption-key",
  summary: "Encryption key of ESPHome or Magento",
  remedy:
    "Make another one, and keep it out of the file that is committed: `!secret` in ESPHome, the environment in Magento.",
  isFramed: true,
  literals: ["encryption:", "'crypt'", "<crypt>"],
  behind: { run: "unspaced", least: 32, within: 128 },
  pattern:
    /(?:\bencryption:\s{1,40}key:[ \t]{1,4}["']?|'crypt'\s{0,4}=>\s{0,4}(?:\[|array\s{0,4}\()\s{0,40}'key'\s{0,4}=>\s{0,4}'|<crypt>\s{0,40}<key>(?:<!\[CDATA\[)?)(?<secret>[\da-f]{32}(?![\da-f])|[A-Za-z0-9+/]{43}=)/dg,
  isProven: (secret) => distinct(secret) > 8,
  examples: [
    'api:\n  encryption:\n    key: "«{base64:43}=»"',
    "'crypt' => [\n    'key' => '«{hex:32}»'\n  ],",
    "<crypt>\n  <key><![CDATA[«{hex:32}»]]></key>\n</crypt>",
    "'crypt' => array ('key' => '{hex:31}'), <crypt><key>{{key}}</key></crypt>",
    "api:\n  encryption:\n    key: !secret api_key_of_this_device_and_no_other_one",
  ],
});

/**
 * The key of a Zigbee network as its sixteen bytes, but for the one that Zigbee2MQTT had before it drew keys.
 * https://www.zigbee2mqtt.io/guide/configuration/zigbee-network.html
 */
export const zigbeeKey: Detector = tokenDetector({
  id: "secret/zigbee-key",
  summary: "Network key of Zigbee",
  remedy:
    "Write `network_key: GENERATE`, which makes another one, and pair the devices again; keep it in `secret.yaml`.",
  literals: ["network_key"],
  pattern:
    /\bnetwork_key["']?:\s{1,16}(?<secret>\[\s{0,8}\d{1,3}(?:,\s{0,8}\d{1,3}){15}\s{0,8}\]|-[ \t]{1,4}\d{1,3}(?:\r?\n[ \t]{0,16}-[ \t]{1,4}\d{1,3}){15}(?!\d))/dg,
  isProven: (secret) => {
    const bytes = (secret.match(/\d+/g) ?? []).map(Number);
    return bytes.every((byte) => byte < 256) && bytes.some((byte) => byte > 15);
  },
  examples: [
    "advanced:\n  network_key: «[2{digits:1}, 4{digits:1}, 1{digits:2}, 7, 8{digits:1}, 9, 1{digits:2}, 3, 5{digits:1}, 6, 12, 1{digits:2}, 13, 14, 7{digits:1}, 16]»\n",
    "network_key: [1, 3, 5, 7, 9, 11, 13, 15, 0, 2, 4, 6, 8, 10, 12, 13]",
    "network_key: GENERATE\nnetwork_key: '!secret network_key'",
  ],
});
