import type { Detector } from "../detector.ts";
import { artifactDetector } from "./artifact.ts";

/** Files in which programs keep the passwords and tokens that they were told. */
export const credentialFile: Detector = artifactDetector({
  id: "artifact/credential-file",
  summary: "File of credentials",
  remedy: "Take the file out, change what it holds, and keep it in the home directory; add its name to .gitignore.",
  sure: new RegExp(
    String.raw`(?<=^|/)(?:${[
      String.raw`[._]netrc|\.pgpass|pgpass\.conf|\.my\.cnf|\.mylogin\.cnf|\.git-credentials|\.htpasswd|\.s3cfg|\.boto|\.pypirc|\.dockercfg|\.dockerconfigjson`,
      String.raw`\.(?:aws|gem)/credentials|\.docker/config\.json|\.kube/config|[^/]*\.kubeconfig|kubeconfig(?:\.ya?ml)?`,
      String.raw`\.cargo/credentials(?:\.toml)?|\.terraform\.d/credentials\.tfrc\.json|\.vault-token|\.databrickscfg|\.snowsql/config|\.oci/config`,
      String.raw`gcloud/(?:credentials\.db|access_tokens\.db|legacy_credentials/.{1,200})|application_default_credentials\.json`,
      String.raw`\.azure/(?:accessTokens|msal_token_cache|service_principal_entries)\.(?:json|bin)`,
      String.raw`\.config/(?:gh/hosts\.yml|hub|rclone/rclone\.conf|github-copilot/(?:hosts|apps)\.json)|rclone\.conf`,
      String.raw`\.claude/\.credentials\.json|\.codex/auth\.json|\.gemini/oauth_creds\.json|huggingface/token|\.?kaggle/kaggle\.json|kaggle\.json`,
      String.raw`\.(?:esmtprc|msmtprc|fetchmailrc|smbcredentials|ftpconfig|remote-sync\.json|tugboat)|sftp-config\.json|\.vscode/sftp\.json`,
      String.raw`(?:recentservers|sitemanager|filezilla)\.xml|logins\.json|key[34]\.db|signons\.sqlite|\.purple/accounts\.xml`,
      String.raw`etc/(?:shadow|gshadow|master\.passwd)-?|proftpdpasswd|hudson\.util\.Secret`,
      String.raw`[^/]*\.tfstate(?:\.(?:backup|\d{1,20}(?:\.backup)?))?`, // https://developer.hashicorp.com/terraform/language/state/sensitive-data
    ].join("|")})$`,
    "i",
  ),
  unsure:
    /(?<=^|\/)(?:(?:[^/]*[-_.])?credentials?\.(?:json|csv|xml|ya?ml|ini|txt|toml)|\.?credentials|client_secret[^/]*\.json|(?:[^/]*[-_.])?service[-_]?account[\w.-]{0,60}\.json|(?:[^/]*[-_.])?secrets?\.(?:json|ya?ml|toml|ini|env|txt|properties)|[^/]*\.tfvars(?:\.json)?|htpasswd|(?:rootkey|accessKeys|[^/]+_accessKeys)\.csv|sftp\.json|WebServers\.xml|[^/]+\.postman_environment\.json|passwords?\.(?:txt|csv|xlsx?|md|docx?))$/i,
  examples: [
    "«.netrc»",
    "backup/home/«.git-credentials»",
    "«.aws/credentials»",
    "carol/«.docker/config.json»",
    "«.kube/config»",
    "infra/«terraform.tfstate»",
    "infra/«terraform.tfstate.backup»",
    "infra/«prod.tfvars»",
    "deploy/«service-account-prod.json»",
    "«credentials.json»",
    "config/«secrets.yml»",
    "www/«.htpasswd»",
    "test/«.netrc»",
    "docs/netrc.md",
    "infra/terraform.tfvars.example",
    "src/credentials.ts",
    "docker/config.json",
    "kube/config",
    ".npmrc",
  ],
});
