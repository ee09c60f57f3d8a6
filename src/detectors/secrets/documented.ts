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
  "3T8A23", "1IA2Y8", "1KcbEY", // https://www.standardwebhooks.com, https://docs.svix.com
  "07fbW2", "1U1ONn", // https://docs.gitlab.com/api/rest/authentication/
  "44tkDU", "0aav7B", "0O9Med", // https://www.rfc-editor.org/rfc/rfc7517#appendix-A
  "3wV7bz", "1j2PP0", // https://www.rfc-editor.org/rfc/rfc7515#appendix-A.3, https://www.rfc-editor.org/rfc/rfc8037#appendix-A
  "00kIv3", // https://developer.1password.com/docs/service-accounts/security/
  "3SeDcJ", "249MD7", "3cGPs0", "3C21L7", "2XCRAX", "1rS7xl", "2ZWxqF", "2braz7", "25v4GX", "322E49", // https://hardhat.org/hardhat-network/docs/overview
]); // prettier-ignore
