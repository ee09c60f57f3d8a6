/** What every comment holds that suppresses a finding. */
export const marker: Buffer = Buffer.from("outgate-ignore-");
