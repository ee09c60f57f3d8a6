/**
 * How many bits a model of words and names needs to write a value down. A value that people made of words
 * (`accessTokenValue`, `com.example.app`) needs about four bits a character, one that a machine drew from letters and digits
 * about six, random lower-case letters about 5.9, hexadecimal digits about five.
 */
export function surprise(value: string): number {
  let bits = 0;
  let before = "other";
  for (let at = 0; at < value.length; at++) {
    const kind = kindOf(value.charCodeAt(at));
    if (kind === "digit") bits += before === "digit" ? 3.3 : 5.8;
    else if (kind === "other") bits += " -./:_".includes(value.charAt(at)) ? 3.5 : 5.5;
    else if (before === "digit") bits += 6.7;
    else if (before === "other") bits += 4.7;
    else if (before === "lower" && kind === "upper") bits += 6.7; // the next word of a camelCase name
    else bits += pair(value, at) + (kind === "lower" && capitalsBefore(value, at) ? 1.5 : 0);
    before = kind;
  }
  return bits;
}

function kindOf(code: number): "lower" | "upper" | "digit" | "other" {
  if (code >= 97 && code <= 122) return "lower";
  if (code >= 65 && code <= 90) return "upper";
  return code >= 48 && code <= 57 ? "digit" : "other";
}

function capitalsBefore(value: string, at: number): boolean {
  return at > 1 && kindOf(value.charCodeAt(at - 1)) === "upper" && kindOf(value.charCodeAt(at - 2)) === "upper";
}

function pair(value: string, at: number): number {
  const row = pairs[(value.charCodeAt(at - 1) | 32) - 97] ?? "";
  return Number(row.charAt((value.charCodeAt(at) | 32) - 97));
}

/**
 * A row for each letter, a column for each letter after it: minus the binary logarithm of how often one follows the other,
 * rounded, nine at most. Counted over the words of some seven thousand source files and manuals.
 */
const pairs: readonly string[] = [
  "54457758586353957343667868", // a
  "35563677367367468446488968", // b
  "38573793494478277463588969", // c
  "46652668289577476547577969", // d
  "46435568798453756334867579", // e
  "46663379299477389455498959", // f
  "47672754398454479346487967", // g
  "28762889397667378464598969", // h
  "45455559998452458544959795", // i
  "35553777475778366736376768", // j
  "37662666386575568635686969", // k
  "37752789297378379855579949", // l
  "25772889397657439857599979", // m
  "47443628486786479733668979", // n
  "66447668686442549344455789", // o
  "39773775498378349354598969", // p
  "45564577658675773557167767", // q
  "37552768396656369544578959", // r
  "58473774397567547742487969", // s
  "38672784299677479345597959", // t
  "54564658598443649333889899", // u
  "37781778389777489767797989", // v
  "27763774398684379446887789", // w
  "46453576389657637753678567", // x
  "45464657497544538534666976", // y
  "36671776378676477757696865", // z
];
