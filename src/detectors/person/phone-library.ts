import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/max";

/** ISO 3166-1 alpha-2. */
export type Countries = readonly CountryCode[];

export interface Phones {
  /**
   * What a text is as a phone number: international, or of the first of the countries in which it is valid, or else long enough.
   * Undefined where it is none.
   */
  readonly kindOf: (text: string, countries: Countries) => PhoneKind | undefined;
  /** Whether it is a service's number in one of the countries, wherever else somebody may have it. */
  readonly isServiceIn: (text: string, countries: Countries) => boolean;
}

export interface PhoneKind {
  /** E.164: `+49301234567`. */
  readonly international: string;
  /** A service answers: toll-free, shared cost, premium rate. */
  readonly isService: boolean;
  /** Whether the country gives out such numbers; it is long enough for one where not. */
  readonly isValid: boolean;
}

/**
 * The metadata with all kinds of numbers, "max": "min" takes 75 kB less, and takes for valid what only has the length of one. This module
 * brings it with it, so it is imported when there is a number to ask about.
 */
export const phones: Phones = {
  kindOf(text, countries) {
    const number = /^\(?\+/.test(text.trim()) ? parsed(text) : firstOf(text, countries);
    if (number === undefined) return undefined;
    return { international: number.number, isService: isService(number), isValid: number.isValid() };
  },
  isServiceIn: (text, countries) =>
    countries.some((country) => {
      const number = parsed(text, country);
      return number !== undefined && isService(number);
    }),
};

const services: ReadonlySet<string> = new Set([
  "TOLL_FREE",
  "PREMIUM_RATE",
  "SHARED_COST",
  "UAN",
  "VOICEMAIL",
  "PAGER",
]);

function isService(number: Parsed): boolean {
  return services.has(number.getType() ?? "");
}

type Parsed = NonNullable<ReturnType<typeof parsePhoneNumberFromString>>;

function firstOf(text: string, countries: Countries): Parsed | undefined {
  let possible: Parsed | undefined;
  for (const country of countries) {
    const number = parsed(text, country);
    if (number?.isValid() === true && !isService(number)) return number;
    // Of several countries the one where a person may have it.
    if (number !== undefined && possible?.isValid() !== true)
      possible = number.isValid() ? number : (possible ?? number);
  }
  // Without its plus: 49 151 …, 0049 151 …
  const abroad = parsed(`+${text.replaceAll(/\D/g, "").replace(/^00/, "")}`);
  return abroad?.isValid() === true ? abroad : possible;
}

function parsed(text: string, country?: CountryCode): Parsed | undefined {
  const number = parsePhoneNumberFromString(text, { extract: false, ...(country && { defaultCountry: country }) });
  return number?.isPossible() === true ? number : undefined;
}
