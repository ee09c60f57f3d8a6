import { checksum } from "../checksum.ts";

/** Whether a vendor's documentation shows this very value. Everybody has copied it, and it opens nothing. */
export function isDocumented(secret: string): boolean {
  return examples.has(checksum(secret));
}

/** Checksums, because a file that holds the values themselves looks like a leak to every scanner. */
const examples: ReadonlySet<string> = new Set([
  "13Ceaw", "2BbHBw", "38Uqoh", "1AnvBQ", "1iO0pm", // https://docs.stripe.com/api/authentication, https://docs.stripe.com/keys
  "18JqgH", // https://docs.slack.dev/reference/methods/oauth.v2.access
  "0jdTv9", "1YwhIk", // https://core.telegram.org/bots/features#botfather, https://core.telegram.org/bots/tutorial
  "25RiTH", // https://discord.com/developers/docs/reference#authentication
  "26d8tg", "4f403i", "38ARBq", // https://discordpy.readthedocs.io, https://hexdocs.pm/nostrum/Nostrum.Token.html
  "3xKFeE", // https://resend.com/docs/api-reference/api-keys/create-api-key
  "1WPfL2", // https://github.com/grafana/grafana/blob/main/pkg/components/satokengen/tokengen_test.go
  "3T8A23", "1IA2Y8", "1KcbEY", // https://www.standardwebhooks.com, https://docs.svix.com
  "07fbW2", "1U1ONn", // https://docs.gitlab.com/api/rest/authentication/
  "44tkDU", "0aav7B", "0O9Med", // https://www.rfc-editor.org/rfc/rfc7517#appendix-A
  "3wV7bz", "1j2PP0", // https://www.rfc-editor.org/rfc/rfc7515#appendix-A.3, https://www.rfc-editor.org/rfc/rfc8037#appendix-A
  "00kIv3", // https://developer.1password.com/docs/service-accounts/security/
  "3SeDcJ", "249MD7", "3cGPs0", "3C21L7", "2XCRAX", "1rS7xl", "2ZWxqF", "2braz7", "25v4GX", "322E49", // https://hardhat.org/hardhat-network/docs/overview
  "2tibLZ", "0nnriM", "0VVI40", "1LDjBh", "46YD0l", // https://www.rfc-editor.org/rfc/rfc6749
  "0Hgj2t", "3aTIX9", "1xQgXW", "3ZWwL9", "2Bohl3", "35X7dz", "0NCAUb", "03CIPX", "3syCOa", "0guTO2", "0FK5ij", "0DClFf", // https://www.rfc-editor.org/rfc/rfc5849
  "0HuTKT", "0NptNK", "3H6Shb", "1Etpi2", // https://www.rfc-editor.org/rfc/rfc6750, https://www.rfc-editor.org/rfc/rfc2617, https://www.rfc-editor.org/rfc/rfc7617
  "4Xhpkc", "11FFua", "3a6C1G", // https://kubernetes.io/docs/concepts/configuration/secret/, and the help of kubectl config
  "1bxScG", "3GGdtC", "2RCejk", "2MQC1o", // https://docs.x.com/fundamentals/authentication/oauth-1-0a/creating-a-signature
  "0FWbEQ", "0amuPu", "2BsEPd", "1inKcH", // https://csrc.nist.gov/pubs/fips/197/final, https://csrc.nist.gov/pubs/sp/800/38/a/final
  "0Leyz0", "0orDJB", // https://docs.dynatrace.com/docs/shortlink/token, https://circleci.com/changelog/new-format-for-api-access-tokens/
  "3z2jkb", "1E0Y5I", "2R8VqS", // https://buildkite.com/docs/platform/security/tokens
  "20cgIP", // https://docs.deno.com/subhosting/api/authentication/
  "0urcI6", "1M6tZV", // https://docs.ntfy.sh/publish/#access-tokens, https://bitwarden.com/help/secrets-manager-cli/
  "3pq06m", "4GxNwO", "2FgFya", "45WzWu", "0V8UOD", "1tkOm7", "4VI2Cx", // https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_web_server_flow.htm
  "0ZoSYJ", "3fG8SE", // https://docs.lob.com, https://www.npmjs.com/package/@team-plain/typescript-sdk
  "4eTd1k", "0YnXY7", // https://docs.x.com/fundamentals/authentication/oauth-2-0/bearer-tokens, and the one of x.com's own pages
  "0Owhow", "21dbUN", // https://upcloud.com/docs/guides/managing-api-tokens/, https://ably.com/docs/auth
  "1vJbDa", // https://www.sanity.io/docs/http-auth
  "4OgKIh", // https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html
  "4Xbonz", "0odUUS", // https://www.jetbrains.com/help/youtrack/devportal/Manage-Permanent-Token.html, https://www.apollographql.com/docs/graphos/platform/access-management/api-keys
  "0X45J1", "1knCkL", "0uzEX9", // public ones of https://github.com/SocketDev/socket-cli, https://github.com/statsig-io, https://github.com/Flagsmith
  "19OQcR", "1D1AHM", "3CpxoH", "2OBgWK", "0bi9w9", // https://github.com/Midtrans, https://docs.omise.co/ja/api-authentication, https://docs.mercury.com, https://developer.revolut.com
  "37ma8n", // https://www.zoho.com/accounts/protocol/oauth/web-apps/access-token-expiry.html
  "048VMt", "3wbVKM", "4O1uHv", "1c1ZgX", "0PjRD0", "3BYSWw", "2UN5rh", "0PYgiw", "0Coq2g", "16qoTb", "435b6r", "2wiLxx", // https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki#test-vectors
  "3DLxPr", "3sAKA4", // https://docs.ragie.ai/docs/tutorial, https://b2-sdk-python.readthedocs.io/en/master/glossary.html
  "0SqxrX", "2ENkYZ", // https://developer.paypal.com/api/rest/authentication/, https://docs.netlify.com/build/configure-builds/build-hooks/
  "1uUoG5", // https://github.com/nostr-protocol/nips/blob/master/19.md#examples
  "2HCtHm", // all addresses of Google Chat's webhooks have it beside their token: https://developers.google.com/workspace/chat/quickstart/webhooks
  "0owfcR", // https://github.com/google/google-authenticator/wiki/Key-Uri-Format
  "0xX3Zy", // https://documentation.mailgun.com/docs/mailgun/api-reference/intro
  "1qoHwo", // https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#secret_key
  "2lj1Wu", "2AkUTf", // https://docs.aws.amazon.com/cli/latest/reference/ssm/put-parameter.html
]); // prettier-ignore
