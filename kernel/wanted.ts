// What shapes.ts is told to look for: how large a stretch of each shape must be, 0 for those that nobody wants.

export let wantsCards: bool = false;
export let leastPrivate: u32 = 0;
export let leastColons: u32 = 0;
export let leastIban: u32 = 0;
export let wantsAt: bool = false;
export let leastToken: u32 = 0;
export let leastPhone: u32 = 0;

/** How large a stretch must be at least, for each shape; 0 for those that nobody wants. */
export function wantShapes(card: u32, privately: u32, colons: u32, iban: u32, at: u32, token: u32, phone: u32): void {
  wantsCards = card != 0;
  leastPhone = phone;
  leastPrivate = privately;
  leastColons = colons;
  leastIban = iban;
  wantsAt = at != 0;
  leastToken = token;
}
