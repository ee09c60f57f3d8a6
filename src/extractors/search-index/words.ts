/** Stands between words that are apart: what is beside each other in an index need not be so on a page, and makes no name of two words. */
export const wordBreak: Buffer = Buffer.from("\n\n");
