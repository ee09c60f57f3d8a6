/**
 * How rarely one letter follows another in words and names, in bits: minus the binary logarithm of its share among what follows the
 * first, rounded, nine at most. NaN for what is no letter of ASCII.
 */
export function pairCost(first: number, second: number): number {
  const row = pairs[(first | 32) - 97] ?? "";
  const cost = row.charCodeAt((second | 32) - 97);
  return cost - 48;
}

/**
 * A row for each letter, a column for each letter after it. Counted over the words of some seven thousand source files and
 * manuals.
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
