/**
 * Whether a number is kept for films, books and documentation by the authority that gives out the country's numbers.
 * @param international E.164: `+49301234567`
 */
export function isFictional(international: string): boolean {
  return kept.test(international);
}

/**
 * - North America: 555-0100 to 555-0199, https://nationalnanpa.com/number_resource_info/555_numbers.html
 * - United Kingdom: https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama
 * - Germany: https://www.bundesnetzagentur.de, "Rufnummern für Medienproduktionen"
 * - Australia: https://www.acma.gov.au/phone-numbers-use-tv-shows-films-and-creative-works
 * - France: https://www.arcep.fr, decision 2018-0881 · Sweden: https://www.pts.se, "fiktiva telefonnummer" · Ireland: 020 91x xxxx
 */
const kept = new RegExp(
  [
    "1\\d{3}55501\\d\\d",
    "44(?:7700900\\d{3}|2079460\\d{3}|1632960\\d{3}|1(?:1[345678]|21|31|41|51|61)4960\\d{3}|1914980\\d{3}|289649[6-7]\\d{3}|292018[0-9]\\d{3}|3069990\\d{3}|8081570\\d{3}|9098790\\d{3})",
    "49(?:3023125\\d{3}|6990009\\d{3}|4066969\\d{3}|2214710\\d{3}|8999998\\d{3}|152(?:28817386|28895456|54599371)|172(?:9925904|9968532|9973185|9973186|9980752)|174(?:9091317|9464308)|17604069\\d{2,4})",
    "61(?:[2378](?:5550|7010)\\d{4}|4915701(?:5[6-9]|10)|491570(?:006|313|737)|49157[0-9]\\d{3}|1800160401|180097570[7-9]|1800975711)",
    "33(?:[12345](?:99|61|53|65|36)(?:00|91|01|71|49)\\d{4}|63998\\d{4})",
    "46(?:70174060[5-9]|7017406[1-9]\\d|3139006\\d\\d|406280[4]\\d\\d|8465004\\d\\d|9803192\\d\\d)",
    "3532091\\d{5}",
  ]
    .map((one) => `^\\+${one}$`)
    .join("|"),
);
