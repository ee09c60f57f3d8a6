/** The digits of a number, each by itself. */
export const digitsOf = (text: string): number[] => [...text].map(Number);

/** The sum of the digits, each with its weight; those without one count nothing. */
export function weighted(text: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(text[index] ?? 0), 0);
}

/** Whether a check digit is the last one of a number. */
export function endsIn(text: string, digit: number): boolean {
  return Number(text.at(-1)) === digit;
}

/** The check digit of a sum, by what it leaves when it is divided by eleven: in place of ten and eleven it is zero. */
export function fromEleven(sum: number): number {
  const rest = sum % 11;
  return rest < 2 ? 0 : 11 - rest;
}

export function isLuhn(text: string): boolean {
  const sum = digitsOf(text)
    .toReversed()
    .reduce((total, digit, index) => total + (index % 2 === 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit), 0);
  return sum % 10 === 0;
}

/** ISO 7064, modulo 11,10. */
export function isMod1110(text: string): boolean {
  let product = 10;
  for (const digit of digitsOf(text.slice(0, -1))) {
    const sum = (digit + product) % 10 || 10;
    product = (2 * sum) % 11;
  }
  return endsIn(text, (11 - product) % 10);
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Six digits at a place: which two are the day, the month, and the year of a century that is not told. */
export function hasDay(text: string, order: "ymd" | "dmy"): boolean {
  const [first = 0, month = 0, last = 0] = (text.match(/\d\d/g) ?? []).map(Number);
  return order === "ymd" ? isDay(2000 + first, month, last) : isDay(2000 + last, month, first);
}

export const letterOf23: string = "TRWAGMYFPDXBNJZSQVHLCKE";

/** A product in the group of a pentagon's symmetries. */
function times(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : ((a + b) % 5) + 5;
  return b < 5 ? ((a - b + 5) % 5) + 5 : (a - b + 5) % 5;
}

/** Verhoeff's dihedral check, which Aadhaar has. */
export function isVerhoeff(text: string): boolean {
  const turn = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
  let check = 0;
  for (const [index, digit] of digitsOf(text).toReversed().entries()) {
    let turned = digit;
    for (let count = index % 8; count > 0; count--) turned = turn[turned] ?? 0;
    check = times(check, turned);
  }
  return check === 0;
}

/** Decreto Ministeriale 23/12/1976: letters at odd places have values of their own. */
export function isCodiceFiscale(text: string): boolean {
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
  const sum = Array.from(text.slice(0, 15)).reduce((total, character, index) => {
    const value = parseInt(character, 36);
    const order = value > 9 ? value - 10 : value;
    return total + (index % 2 === 0 ? (odd[order] ?? 0) : order);
  }, 0);
  return String.fromCharCode(65 + (sum % 26)) === text.at(-1);
}

export function isCpf(text: string): boolean {
  const digits = digitsOf(text);
  const check = (count: number): number =>
    fromEleven(digits.slice(0, count).reduce((sum, digit, index) => sum + digit * (count + 1 - index), 0));
  return check(9) === digits[9] && check(10) === digits[10];
}

/** France: 97 less the rest of the number by 97; Corsica writes 2A and 2B. */
export function isNir(text: string): boolean {
  const number = text.slice(0, 13).replace("2A", "19").replace("2B", "18");
  return 97n - (BigInt(number) % 97n) === BigInt(text.slice(13));
}

export function isTurkish(text: string): boolean {
  const digits = digitsOf(text);
  const sum = weighted(text, [7, -1, 7, -1, 7, -1, 7, -1, 7]);
  return ((sum % 10) + 10) % 10 === digits[9] && digits.slice(0, 10).reduce((a, b) => a + b, 0) % 10 === digits[10];
}

/** Estonia and Lithuania: a second round of weights where the first gives ten. */
export function isBaltic(text: string): boolean {
  const digits = digitsOf(text);
  const first = weighted(text, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  const check = first < 10 ? first : (weighted(text, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11) % 10;
  return check === digits[10];
}

/** Singapore: letters of their own for foreigners, and four more for those who came after 2000. */
export function isNric(text: string): boolean {
  const [series = ""] = text;
  const sum = weighted(text.slice(1, 8), [2, 7, 6, 5, 4, 3, 2]) + (/[TG]/.test(series) ? 4 : 0);
  return (/[ST]/.test(series) ? "JZIHGFEDCBA" : "XWUTRQPNMLK")[sum % 11] === text.at(-1);
}
