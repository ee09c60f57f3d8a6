/** Whether a domain may end so: a country's code, a domain of the list below, or one in another alphabet. In lower case. */
export function isTopLevel(end: string): boolean {
  return /\P{ASCII}|^xn--/u.test(end) || (end.length === 2 ? countries.test(end) : generic.has(end));
}

/** Names of files end so, and what looks like an address is one's: `icon@2x.png`. */
export function isFileEnding(end: string): boolean {
  return files.has(end);
}

/** ISO 3166-1 alpha-2 with `eu`, `uk` and `su`, by their first letters: https://www.iana.org/domains/root/db */
const countries =
  /^(?:a[cdefgilmoqrstuwxz]|b[abdefghijmnorstvwyz]|c[acdfghiklmnoruvwxyz]|d[ejkmoz]|e[cegrstu]|f[ijkmor]|g[abdefghilmnpqrstuwy]|h[kmnrtu]|i[delmnoqrst]|j[emop]|k[eghimnprwyz]|l[abcikrstuvy]|m[acdeghklmnopqrstuvwxyz]|n[acefgilopruz]|om|p[aefghklmnrstwy]|qa|r[eosuw]|s[abcdeghiklmnorstuvxyz]|t[cdfghjklmnortvwz]|u[agksyz]|v[aceginu]|w[fs]|y[et]|z[amw])$/;

/** Generic domains that people have addresses in. */
const generic: ReadonlySet<string> = new Set(
  (
    "com org net edu gov mil int info biz name pro aero asia cat coop jobs mobi museum post tel travel arpa " +
    "app dev io cloud online site website web tech technology email mail page blog store shop xyz club space live life world today " +
    "digital studio design agency media network systems solutions services software company business group team work works consulting " +
    "engineer engineering science academy school university institute foundation community social global international network " +
    "health care clinic dental doctor hospital law legal lawyer finance bank money capital ventures fund insurance tax " +
    "art photo photos photography gallery music band film video tv radio news press guru expert ninja rocks cool fun one top vip " +
    "family love kids house home homes haus land city town country berlin hamburg koeln cologne bayern ruhr saarland wien tirol " +
    "london wales scot paris bzh alsace corsica amsterdam brussels vlaanderen gent barcelona madrid eus gal nyc boston miami vegas " +
    "tokyo osaka kyoto nagoya yokohama okinawa sydney melbourne istanbul moscow tatar africa capetown durban joburg swiss zuerich " +
    "restaurant cafe bar pub beer wine pizza kitchen farm garden bio organic green eco energy solar auto cars taxi bike fit yoga " +
    "build builders construction plumbing tools supply center zone place rip wtf lol ink icu gmbh ltd llc inc plus express direct market"
  ).split(" "),
);

const files: ReadonlySet<string> = new Set(
  (
    "png jpg jpeg gif svg webp avif ico bmp tiff mp3 mp4 webm ogg wav ttf otf woff eot js jsx mjs cjs ts tsx mts cts css scss sass less " +
    "html htm xhtml xml json jsonc yaml yml toml ini conf cfg txt rst tex pdf doc docx xls xlsx csv tsv log lock map vue svelte php java " +
    "kt swift rb go cpp hpp cs exe dll bin so dylib jar class war apk ipa zip tar gz tgz bz xz zst whl gem deb rpm dmg iso img " +
    "service socket timer target mount slice scope device path swap"
  ).split(" "),
);
