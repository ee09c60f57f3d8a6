import type { Detector } from "../detector.ts";
import { guess } from "./guess.ts";
import { tokenDetector } from "./token.ts";

const revokeVault = "Revoke it with `vault token revoke`, and let the program log in with an auth method of its own.";

/**
 * Vault's service, batch and recovery tokens. Root tokens have 24 characters behind the prefix, others ninety and more.
 * https://developer.hashicorp.com/vault/docs/concepts/tokens#token-prefixes
 */
export const vaultToken: Detector = tokenDetector({
  id: "secret/vault-token",
  summary: "HashiCorp Vault token",
  remedy: revokeVault,
  prefixes: ["hvs.", "hvb.", "hvr."],
  reach: { before: 256, after: 1024 },
  pattern: /(?<![\w.-](?<!\\[nrt]))hv[sbr]\.[\w-]{24,600}(?![\w-])/g,
  isGenuine: isDrawn,
  examples: [
    "VAULT_TOKEN=«hvs.{base62:24}»",
    "X-Vault-Token: «hvs.CAESI{base64url:90}»",
    '"client_token": "«hvb.AAAAAQ{base64url:140}»"',
    "one character short: hvs.{base62:23}",
    "this.hvs.{base62:24}, hvs.addComponentsFromTheRegistry",
    "vault login hvs.xxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});

/** Before Vault 1.10: `s.`, `b.` and `r.`, which only their surroundings tell from a property of an object. */
export const vaultLegacyToken: Detector = tokenDetector({
  id: "secret/vault-legacy-token",
  summary: "HashiCorp Vault token of the old format",
  remedy: revokeVault,
  literals: ["vault"],
  anyCase: true,
  behind: { run: "token", least: 24, within: 64 },
  reach: { before: 64, after: 512 },
  pattern: /vault[\w .-]{0,24}["']?[\s:=]{1,4}["']?(?<secret>[sbr]\.[\w-]{24,300})(?![\w(-])/dgi,
  isGenuine: isDrawn,
  examples: [
    "VAULT_TOKEN=«s.{base62:24}»",
    "X-Vault-Token: «s.{base62:24}»",
    "vault login «s.{base62:24}»",
    "VAULT_TOKEN=s.{base62:23}",
    "vault: s.addComponentsFromTheRegistry()",
  ],
});

/** A share of the key that opens a sealed Vault: 32 bytes and its number, in base64 or hex. */
export const vaultUnsealKey: Detector = tokenDetector({
  id: "secret/vault-unseal-key",
  summary: "HashiCorp Vault unseal key",
  remedy:
    "Make new shares with `vault operator rekey` (https://developer.hashicorp.com/vault/docs/commands/operator/rekey).",
  literals: ["unseal key", "recovery key", "operator unseal"],
  anyCase: true,
  pattern:
    /(?:(?:unseal|recovery) key (?:\d{1,2}|\(will be hidden\))(?::|\s{1,4}is)|operator unseal)\s{1,4}["']?(?<secret>[0-9a-f]{64}(?:[0-9a-f]{2})?|[a-z0-9+/]{43}[a-z0-9+/=])(?![\w+/=])/dgi,
  examples: [
    "Unseal Key 1: «{base64:44}»",
    "kubectl exec vault-0 -- vault operator unseal «{base64:44}»",
    "Unseal Key 3: «{hex:66}»",
    "The vault unseal key 1 is «{base64:44}»",
    "Unseal Key 2: {base64:43}",
    "vault operator unseal $UNSEAL_KEY_1",
  ],
});

/** Not a member of an object that is called `s` or `hvs`. */
function isDrawn(token: string): boolean {
  return guess(token.slice(token.indexOf(".") + 1)) === "random";
}

/**
 * User, team and organization tokens of HCP Terraform and Terraform Enterprise: an id, the word and the secret.
 * https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens
 */
export const terraformToken: Detector = tokenDetector({
  id: "secret/terraform-token",
  summary: "HCP Terraform API token",
  remedy:
    "Revoke it at https://app.terraform.io/app/settings/tokens, and read a new one from TF_TOKEN_app_terraform_io.",
  literals: [".atlasv1."],
  pattern: /(?<![\w.-](?<!\\[nrt]))[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,70}(?![\w-])/g,
  examples: [
    'credentials "app.terraform.io" { token = "«{base62:14}.atlasv1.{base64url:67}»" }',
    "TF_TOKEN_app_terraform_io=«{base62:14}.atlasv1.{base64url:67}»",
    "{base62:13}.atlasv1.{base64url:67}",
    "xxxxxxxxxxxxxx.atlasv1.zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz",
  ],
});
