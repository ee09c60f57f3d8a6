import { inBytes } from "../person/context.ts";

/** Whether people say in a sentence what they run, in the languages that most chats are in. Of other letters than ASCII's, any bytes. */
export function isOperation(sentence: string): boolean {
  return words.test(sentence) || inOtherLetters.test(sentence);
}

// Behind "infrastructure" a colon and a name are of what was masked.
const words =
  /\b(?:we|i|our|my|us|it|everything|server\w{0,4}|vps|machine|box|hosts?|hosted|hosting|runs?|running|deploy(?:s|ed|ment)?|production|prod|stack|infra(?:structure(?!:[a-z]))?|cluster|behind|backups?|monitoring|setup|database|gateway|instances?|nodes?|agents?|homelab|wir|ich|unser\w{0,2}|mein\w{0,2}|l..?uft|laufen|gehostet|betreiben|hinter|nous|notre|nos|je|mon|tourne|h..?berg\w+|derri..?re|nosotr[oa]s|nuestr[oa]s?|corre|servidor\w*|alojad\w+|detr..?s|noss[oa]s?|roda|rodando|gira|nostr[oaie]|nasz\w{0,3}|mamy|serwis|v\xc3\xa5r\w?|vores|bizim|serwer\w*|sunucu\w*|dzia\xc5\x82a\w{0,3}|draai\w{0,3}|onze|hosten|kj?\xc3\xb8rer|k\xc3\xb6r|maskin\w{0,3}|b\xc4\x9b\xc5\xbe\w{1,4}|n\xc3\xa1\xc5\xa1|n\xc4\x83m|rul\w{2,6}|szerver\w{0,6}|fut|futok|palvelin\w{0,6}|palvelim\w{0,8}|m\xc3\xa1y ch\xe1\xbb\xa7)\b/i;
const inOtherLetters = new RegExp(
  inBytes(
    "сервер|работаю|работает на|крутится|хостинг|наша база|бэкап|サーバー|サーバ|稼働|動いて|動かして|バックアップ|服务器|伺服器|运行|運行|跑在|部署|备份|備份|서버|çalışıyor|працюю|працює|τρέχω|τρέχει|διακομιστ|خادم|سيرفر|أعمل على|سرور|השרת|שרת|máy chủ|сървър|сървъра|сервері|सर्वर|เซิร์ฟเวอร์|সার্ভার",
  ),
);

/** The sentence around a place, at most so many characters of it to both sides. */
export function sentenceAround(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const before = text.slice(Math.max(0, start - 160), start);
  const after = text.slice(end, end + 120);
  const from = Math.max(
    before.lastIndexOf("\n\n"),
    before.lastIndexOf(". "),
    before.lastIndexOf("! "),
    before.lastIndexOf("? "),
  );
  return `${before.slice(from + 1)} ${after.split(/\n\n|[.!?] /, 1)[0] ?? ""}`;
}
