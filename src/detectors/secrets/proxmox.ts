import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * A user, the token's name and a UUID, which alone is secret, of Proxmox VE (`=` in front of it) and of its backup and mail servers (`:`).
 * https://pve.proxmox.com/wiki/Proxmox_VE_API#API_Tokens · https://pbs.proxmox.com/docs/user-management.html#api-tokens
 */
export const proxmoxToken: Detector = tokenDetector({
  id: "secret/proxmox-token",
  summary: "Proxmox API token",
  remedy:
    "Remove it under “Datacenter”, “Permissions”, “API Tokens”, and make a new one with the privileges that it needs.",
  literals: ["PVEAPIToken", "PBSAPIToken", "PMGAPIToken", "PDMAPIToken", "@pam!", "@pve!", "@pbs!", "@pmg!"],
  pattern:
    /(?:P(?:VE|BS|MG|DM)APIToken[=: ]{1,2}[\w.-]{1,64}@[\w.-]{2,40}|(?<![\w.-])[\w.-]{1,64}@p(?:am|ve|bs|mg))![\w.-]{1,64}[=:](?<secret>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![\w-])/dg,
  examples: [
    "curl -H 'Authorization: PVEAPIToken=root@pam!monitoring=«{uuid}»' https://pve.acme.example.io:8006/api2/json/nodes",
    'api_token = "terraform@pve!provider=«{uuid}»"',
    "Authorization: PBSAPIToken=backup@pbs!client1:«{uuid}»",
    "Authorization: PVEAPIToken=deploy@acme-ldap!ci=«{uuid}»",
    "PVEAPIToken=USER@REALM!TOKENID=UUID, root@pam!monitoring, deploy@acme!ci={uuid}",
    "PVEAPIToken=root@pam!monitoring=00000000-0000-0000-0000-000000000000",
  ],
});
