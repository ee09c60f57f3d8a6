/** What every comment holds that suppresses a finding. */
export const marker = "outgate-ignore-";
