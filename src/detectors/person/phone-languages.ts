import { letters } from "../../model/letters.ts";
import type { Countries } from "./phone-library.ts";

/** How the languages of a part of the world speak of telephones. */
export interface Spoken {
  /** Words for a telephone, somewhere before the number. */
  readonly sure: RegExp;
  /** Words for a call or a number. */
  readonly unsure: RegExp;
  /** What ends at the number and says that somebody answers there: `call me at`, `my number is`. */
  readonly direct?: RegExp;
  /** The same where the number stands first: `{number}に電話して`. */
  readonly behind?: RegExp;
  /** Where they are spoken. */
  readonly countries: Countries;
}

const list = (codes: string): Countries => codes.split(" ") as unknown as Countries; // two letters each, as the library has them

const changed =
  "(?:has )?changed|hat sich geändert|a changé|(?:ha )?cambi(?:ado|ó)|mudou|è cambiato|is veranderd|har ändrats|(?:się )?zmienił(?: się)?|изменился|сменился|змінився|değişti";

/** Between a phrase and the number that it speaks of. */
const is = String.raw`(?:\s(?:${changed})[,;:]?(?: it['’]s)?(?: (?:now|jetzt|ahora|agora|ora|teraz|теперь|тепер))?)?(?:\s(?:is|was|are|ist|lautet|w.re|est|es|è|é|jest|to|je|este|e|är|er|on|ass|és|són|da|је|hu|hi|е|є|это|це|είναι|është|ir|yra|adalah|ialah|ay|ni|là|yw|az|са|هو|है|आहे|হলো|是|为))?[\s:：,.=…("'–—-]{0,4}$`;

/** Phrases of which one ends at the number; a word in front may belong to it, so none begins in the midst of a word. */
const ending = (...phrases: readonly string[]): RegExp =>
  new RegExp(String.raw`(?<![${letters}])(?:${phrases.join("|")})${is}`, "i");

/** Up to three words between what is asked for and where: `give Omar a call on`. */
const words = String.raw`(?:\s[${letters}'’.]{1,14}){0,3}`;

const english = [
  String.raw`(?:my|his|her|their|our)(?: new| old| private| personal| work| home| direct| own| other)? (?:number|digits|no\.?|nr\.?|line)`,
  String.raw`[${letters}]{2,16}['’]s(?: new| private| work| home| direct)? number`,
  String.raw`(?:call|text|ring|phone|dial|reach|reached|contact|buzz|whatsapp)${words} (?:at|on|via|under)`,
  String.raw`(?<!(?:the|an?|this|that|our|zoom|video|team|conference|next|last|first|second|of|api|function|system|each|per|one|any) )(?:call|text|ring|phone|dial|whatsapp|contact)(?: (?:me|us|him|her|them|now|back|please|pls|asap|today|tonight|tomorrow|later|directly)){0,2}`,
  String.raw`give${words} a (?:call|ring|shout|bell|buzz)(?: (?:at|on))?`,
];

/** Whoever asks to be called says where, or names nobody but one. */
const latin = [
  String.raw`(?:mein|dein|sein|ihr|unser)e?(?: neue| private)? (?:nummer|nr\.?)`,
  String.raw`(?:mon|ton|son|notre|votre|mi|tu|su|il mio|il tuo|il suo|o meu|a minha|meu|seu|teu|o seu|mijn|zijn|haar|je|mitt|hans|hennes|min|mit|hendes|el meu|el seu|la meva|o teu|my|sy|m[oó]j|jej|jego|moje|jeho|její|moj|njegov|njezin|njen|moja|njegova|mano|jo|jos|mans|viņa|viņas|minu|tema|meng|séng|hir|fy|ei|mo)(?: (?:nouveau|nuevo|nuovo|novo|nieuwe|nya|nye|nou|nuwe|nowy|nov[eéiaoý]|naujas|jaunais|uus))? (?:num[eéè]ro|número|n[uo]mmer|numer|číslo|broj|številka|stevilka|numeris|numurs|number|rhif|uimhir)`,
  String.raw`(?:nummeret|numret) (?:mitt|mit|hans|hennes|hendes|ditt|dit)|númerið (?:mitt|hans|hennar)|num[aă]rul (?:meu|lui|ei|t[aă]u)|numri (?:im|i saj|i tij)|broj mi je|numurs ir mans|in-numru (?:tiegħi|tiegħu|tagħha)|m['’]uimhir`,
  String.raw`(?:nomor|nombor|no\.?) (?:saya|aku|gue|dia|hp|wa|telp)(?: (?:baru|sekarang))?|wa(?= ?[.:]? {0,2}$)|(?:ang )?(?:bago(?:ng)? )?numero (?:ko|niya|nya)|(?:namba|nambari) (?:yangu|yake)|số (?:của )?(?:tôi|mình|em|anh|chị|cô ấy|anh ấy)|sđt`,
  // In these a suffix says whose it is, and a word in front what it is a number of.
  String.raw`(?<![${letters}\d]\s)(?:(?:benim |yeni |mənim )?(?:numaram|nömrəm)|(?:az én |az új |a )?(?:számom|számunk)|(?:minun )?(?:uusi )?numeroni|nire zenbakia)(?: berria)?`,
  String.raw`(?:ruf|rufe|rufen|anrufen|anruf|rückruf|zurückrufen|erreich[${letters}]{0,4}|meld[${letters}]{0,2}|kontaktier[${letters}]{0,2}|(?:r?app|ép)el[${letters}]{0,4}|joindre|joins|téléphon[${letters}]{0,3}|contact[${letters}]{0,4}|ll[aá]m[${letters}]{1,6}|lig(?:ue|ar|a|uem)|telefon[${letters}]{0,5}|chiam[${letters}]{1,5}|contatt[${letters}]{1,5}|bel|bellen|bereik[${letters}]{0,4}|zadzwo[${letters}]{1,4}|dzwo[${letters}]{1,4}|zavol[${letters}]{1,4}|vol[aá][${letters}]{1,4}|hív[${letters}]{0,6}|sun[aă][${letters}]{0,4}|apel[${letters}]{0,5}|nazov[${letters}]{1,3}|zov[${letters}]{1,3}|pozov[${letters}]{1,3}|pokli[cč][${letters}]{0,4}|ring[${letters}]{0,2}|soit[${letters}]{1,6}|hring[${letters}]{0,4}|helista[${letters}]{0,4}|(?:pie)?zvan[${letters}]{1,4}|(?:pa)?skambin[${letters}]{1,5}|hubungi|telepon|kontak|tawag[${letters}]{0,4}|tumawag|(?:ni|m|wa)?pig[${letters}]{1,4}|gọi|liên hệ|nhắn|zəng|deitu[${letters}]{0,4}|glaoigh[${letters}]{0,2}|ch[aá]ma[${letters}]{0,3}|ffoni[${letters}]{1,5}|galw[${letters}]{0,4}|ċempil[${letters}]{1,4}|ruff|skakel)(?:['’-][${letters}]{1,4})?${words}(?: (?:at|on|unter|auf|an|au|sur|al|a|para|o|no|ao|pelo|all['’]|op|na|pod|la|në|på|til|í|di|ke|pada|sa|kwa|theo|qua|số|ar|fuq|un|by|nummer|num[eé]ro|número|numeroon|numbril|numerele|number|ile)){1,2}`,
  String.raw`(?:ruf|rufe?t|ruft|appelle|appelez|rappelle|ll[aá]ma(?:me|nos|le|la)?|liga|ligue|chiama(?:mi|lo|la|ci)?|bel|zadzwoń|dzwoń|zavolej|zavolaj|volej|hív[dj]|sun[aă]|nazovi|zovi|pozovi|pokliči|ring|soita|hringdu|helista|(?:pie)?zvani|(?:pa)?skambink|hubungi|telepon|nipigie|piga|gọi|zəng|ruff|skakel)(?:[\s-](?:mich|mir|uns|ihn|sie|an|moi|nous|me|nos|mi|ci|m[eyň]|mně|ons|do mnie|nas|fel|meg|minulle|í mig|mulle|man|saya|aku|tôi|mình|et|mig|meg|mech|us)){0,3}`,
];

const cyrillic = [
  String.raw`(?:мой|моя|мо[йјїє]|мі[йя]|его|е[её]|його|її|њен|његов|мојот|неговиот|моят|менің|миний|түүний|мой нов[ыи]й|мій новий)(?: нов[${letters}]{1,3})? (?:номер|број|нөмірім|дугаар|нумар)`,
  String.raw`номерът (?:ми|му|ѝ|й)|бројот ми|(?<![${letters}\d]\s)нөмірім`,
  String.raw`(?:позвон[${letters}]{1,5}|звони(?:те|ть)?|набер[${letters}]{1,4}|набир[${letters}]{1,4}|пиш[${letters}]{1,3}|(?:по)?дзвон[${letters}]{1,5}|зателефон[${letters}]{1,5}|тэлеф[${letters}]{1,6}|патэлеф[${letters}]{1,6}|обад[${letters}]{1,5}|јав[${letters}]{1,4}|(?:по|на)?зов[${letters}]{1,4}|қоңырау|залга[${letters}]{1,6}|кел(?:ип)?|чал[${letters}]{1,4})${words}(?: (?:на|по|за|в|номер[${letters}]{0,3}|шал|шалыңыз|руу)){0,2}`,
  String.raw`над руу`,
];

export const languages: readonly Spoken[] = [
  {
    sure: new RegExp(
      String.raw`(?<![${letters}])(?:tele)?(?:phone|fone)s?|(?<![${letters}])(?:tel|tél|telef|telf|tfn|tlf|tlph|ph|mob|cell|mobile|fax|gsm|sms|whats ?app|viber|cellphone|landline|handset)(?![${letters}])|contact n(?:o|umber)|call me|text me|reach me|ring me|phone me`,
      "i",
    ),
    unsure: new RegExp(
      String.raw`(?<![${letters}])(?:call|dial|ring|text|contact|number|office|signal|reach(?: us| him| her| them)?)(?![${letters}])`,
      "i",
    ),
    direct: ending(...english),
    behind: new RegExp(
      String.raw`^[\s,.–—-]{0,3}(?:is|that['’]?s|it['’]?s)(?: (?:my|his|her|their|the|[${letters}]{2,12}['’]s))(?: (?:new|private|work|home|direct))?(?: (?:phone|mobile|cell))?(?: number)?(?=$|[\s.,!)])`,
      "i",
    ),
    countries: list("US GB CA AU IE NZ ZA IN SG HK PH NG KE MY PK GH"),
  },
  {
    sure: new RegExp(
      String.raw`(?<![${letters}])(?:(?:tel|tél|telef|telf|tlf|tlfno|tfn|tfno|fax|gsm|sms|whats ?app|zap(?:zap)?|viber|mob|cell?|natel|fixe|hp)(?![${letters}])|mobilnummer|mobiltelefon|notfallkontakt|festnetz|handynr|telefonnr|mobil(?:e[nm]?|u|ul|ului|le|ja|om|ni|ný|né|n[aá]|ní|lu)?(?![${letters}])|mobitel|mobiel|m[òóo]bil(?![${letters}])|celular|cellulare|mowbajl|mugikor|kännyk|känny|mobiiltelefon|mobiilis?(?![${letters}])|cep (?:tel|no|num)|cep\s?:)|(?:t[eé]l[eé]|tilli)(?:phon|pon|fon|fón|foon)[${letters}]{0,10}|телефон|(?:móvil|telemóvel|portable|handy(?:nummer)?|rufnummer|durchwahl|komórk[aięą]|komórkowy|puhelin(?:numero)?|matkapuhelin|síma?(?:i|inn|num|númer[${letters}]{0,3})|farsími|tālruni[${letters}]{0,2}|telp|telepon|ponsel|điện thoại|đt|sđt|dt|simu(?: ya)?|matkap|puh|tālr|tel nr|ffôn(?: symudol)?|rhif ffôn|fón|guthán)(?![${letters}])`,
      "i",
    ),
    unsure: new RegExp(
      String.raw`(?<![${letters}])(?:büro|zentrale|privat|dienstlich|threema|signal|joignable|oficina|ufficio|bureau|kantoor|biuro|nummer|numéro|número|numero|numer|číslo|szám|număr|numara|numri|broj|номер|nomor|số|namba|ruf[${letters}]{0,4}(?: mich)?(?: an)?|anruf[${letters}]{0,4}|erreichbar|erreichst|appel[${letters}]{0,4}|joindre|llám[${letters}]{0,5}|llam[${letters}]{0,5}|chiam[${letters}]{0,5}|lig(?:ue|ar|a)|bel(?: m[ey])?|ffoniwch|zadzwoń|dzwoń|zavol(?:ej|aj|at)|vol[ae]j(?:te)?|volat|hívj|hívjon|sun[aă][${letters}]{0,4}|ara[${letters}]{0,4}|ring|soita|zvati|nazovi|pokliči|skambink[${letters}]{0,4}|helista|zvani|hubungi|gọi|liên hệ|piga)(?![${letters}])`,
      "i",
    ),
    direct: ending(...latin),
    behind: new RegExp(
      String.raw`^['’]?(?:[dt][ae]n|\s(?:numara(?:sından|lı)?|no['’]?l?u?dan|zenbaki[${letters}]{0,3}|nömrəsi[${letters}]{0,4}))(?=\s|$)`,
      "i",
    ),
    countries: list(
      "DE AT CH FR IT ES PT NL BE LU PL CZ SK HU RO MD HR SI BA RS ME AL XK TR SE NO DK FI IS EE LV LT MT CY ID VN AZ UZ MX AR CO CL PE VE EC UY PY BO CR PA DO GT HN SV NI CU BR AO MZ MA DZ TN SN CI CM TZ KE ZA IE GB MY PH US",
    ),
  },
  {
    sure: new RegExp(
      String.raw`(?<![${letters}])(?:тел|моб|телефон[${letters}]{0,4}|мобил[${letters}]{0,6}|мабіл[${letters}]{0,6}|тэлефон[${letters}]{0,4}|сотов[${letters}]{0,4}|факс|gsm|гсм|вайбер|ватсап|вотсап|утас[${letters}]{0,4}|ұялы)(?![${letters}])`,
      "i",
    ),
    unsure: new RegExp(
      String.raw`(?<![${letters}])(?:номер[${letters}]{0,3}|звон[${letters}]{0,6}|позвон[${letters}]{0,6}|дзвон[${letters}]{0,6}|подзвон[${letters}]{0,6}|обад[${letters}]{0,5}|зателеф[${letters}]{0,6}|тэлеф[${letters}]{0,6}|број)(?![${letters}])`,
      "i",
    ),
    direct: ending(...cyrillic),
    behind: new RegExp(String.raw`^\s(?:руу|дугаар[${letters}]{0,4}|нөмір[${letters}]{0,5})(?=\s|$)`, "i"),
    countries: list("RU UA BY BG RS KZ KG MK UZ TJ MN"),
  },
  {
    sure: /τηλ|κινητ|φαξ/iu,
    unsure: /κάλεσ|καλέστε|αριθμ|πάρε/iu,
    direct: ending(
      String.raw`(?:ο )?(?:αριθμός|νούμερ[οό]) (?:μου|του|της|σου)`,
      String.raw`(?:πάρε|πάρτε|κάλεσ[έε]|καλέστε|τηλεφών[${letters}]{1,5}|στείλε)${words} (?:στο|σε|τον αριθμό)`,
    ),
    countries: list("GR CY"),
  },
  {
    sure: new RegExp(String.raw`電話|携帯|ケータイ|ＴＥＬ|でんわ|ファックス|(?<![${letters}])tel(?![${letters}])`, "i"),
    unsure: /番号|連絡先/u,
    direct: /(?:(?:私|僕|俺|彼|彼女|うち|自分)の番号|連絡先)(?:は|が)?[\s:：]{0,3}$/u,
    behind: /^\s?(?:に|まで|へ)(?:お|ご)?(?:電話|連絡|でんわ|かけて|掛けて|ショートメ)/u,
    countries: list("JP"),
  },
  {
    sure: new RegExp(
      String.raw`电话|電話|手机|手機|移动电话|座机|传真|微信|联系方式|聯絡電話|(?<![${letters}])tel(?![${letters}])`,
      "i",
    ),
    unsure: /号码|號碼|致电|致電|拨打|撥打|联系|聯絡/u,
    direct:
      /(?:(?:请|請|可以|可|快|就)?(?:打|拨打?|撥打?|致电|致電|加微信)(?:给我|給我|我)?|(?:我|他|她|您|新)的?(?:号码|號碼|号|號))(?:是|为)?[\s:：]{0,3}$/u,
    behind: /^\s?(?:找|联系|聯絡|聯繫|打给|打給)/u,
    countries: list("CN TW HK SG MO"),
  },
  {
    sure: new RegExp(String.raw`전화|휴대폰|핸드폰|휴대전화|팩스|연락처|(?<![${letters}])tel(?![${letters}])`, "i"),
    unsure: /번호|연락/u,
    direct: new RegExp(
      String.raw`(?<![${letters}]\s)(?:제|내|우리|그의|그녀의|새) (?:[${letters}]{1,3} )?번호(?:는|가)?[\s:：]{0,3}$`,
    ),
    behind: /^\s?(?:으로|로|번으로)\s?(?:전화|연락|문자|카톡)/u,
    countries: list("KR"),
  },
  {
    sure: /هاتف|الهاتف|جوال|موبايل|تلفون|تلفن|موبایل|همراه|فاكس|واتس|فون/u,
    unsure: /رقم|اتصل|شماره|تماس|نمبر/u,
    direct: ending(
      String.raw`(?:رقمي|رقمه|رقمها)(?: الجديد)?`,
      String.raw`(?:اتصل|اتصلي|اتصلوا|كلمني|راسلني|كلمه|رن)${words}(?: (?:على|ب|علي))?(?: الرقم)?`,
      String.raw`شماره (?:من|او|جدید من|ی من|اش)|شماره‌ام`,
      String.raw`(?:تماس بگیر[${letters}]{0,3}|زنگ بزن[${letters}]{0,3}|پیام بده)(?: با| به)?`,
      String.raw`(?:میرا|اس کا|ان کا|ہمارا) (?:نیا )?نمبر`,
    ),
    behind: /^\s?(?:پر|تماس|زنگ)\s?(?:کال|فون|رابطہ|بگیر|بزن|واٹس|میسج)/u,
    countries: list("SA AE EG MA DZ TN JO IQ LB KW QA OM BH YE SY LY PS SD IR PK AF"),
  },
  {
    sure: /טלפון|נייד|פלאפון|טל['׳]|פקס/u,
    unsure: /מספר|התקשר/u,
    direct: ending(
      String.raw`ה?מספר (?:החדש )?(?:שלי|שלו|שלה|שלנו)`,
      String.raw`(?:תתקשר[${letters}]{0,2}|התקשר[${letters}]{0,2}|להתקשר|תסמס[${letters}]{0,2}|חייג[${letters}]{0,2})${words}(?: ל-?)?`,
    ),
    countries: list("IL"),
  },
  {
    sure: /फ़ोन|फोन|मोबाइल|टेलीफोन|भ्रमणध्वनी|ফোন|মোবাইল|ਫ਼ੋਨ|ਮੋਬਾਈਲ|ફોન|મોબાઇલ|தொலைபேசி|கைபேசி|ஃபோன்|ఫోన్|మొబైల్|ಫೋನ್|ಮೊಬೈಲ್|ഫോൺ|മൊബൈൽ|දුරකථන/u,
    unsure: /नंबर|नम्बर|कॉल|নম্বর|কল|எண்|నంబర్|ಸಂಖ್ಯೆ|നമ്പർ|ਨੰਬਰ|નંબર/u,
    direct: ending(
      String.raw`(?:मेरा|उसका|उनका|हमारा|माझा|त्याचा|तिचा|मेरो|उसको|आफ्नो) (?:नया |नवीन |नयाँ )?(?:नंबर|नम्बर)`,
      String.raw`(?:আমার|তার|ওর) (?:নতুন )?(?:নম্বর|নাম্বার)`,
      String.raw`(?:ਮੇਰਾ|ਉਸਦਾ) ਨੰਬਰ|(?:મારો|તેનો) નંબર|(?:என்|எனது|அவர்|அவள்|அவன்) எண்|(?:నా|అతని|ఆమె) నంబర్|(?:ನನ್ನ|ಅವರ) ಸಂಖ್ಯೆ|(?:എന്റെ|അവന്റെ) നമ്പർ|(?:මගේ|ඔහුගේ) (?:අංකය|නම්බරය)`,
      String.raw`என்னை அழைக்க`,
    ),
    behind: new RegExp(
      String.raw`^\s?(?:पर|मा|वर|में|എന്ന|এ|তে|নম্বরে|নাম্বারে|ਤੇ|પર|க்கு|எண்ணில்|ಗೆ|కి|కు)\s(?:[${letters}][${letters}]{0,9}\s)?(?:कॉल|फ़ोन|फोन|संपर्क|सम्पर्क|व्हाट्स|মেসেজ|কল|ফোন|যোগাযোগ|ਕਾਲ|ਫ਼ੋਨ|કૉલ|કોલ|ફોન|அழை|கால்|ಕರೆ|ಕಾಲ್|కాల్|ఫోన్|വിളി)`,
    ),
    countries: list("IN BD PK LK NP"),
  },
  {
    sure: /โทร|มือถือ/u,
    unsure: /เบอร์|หมายเลข/u,
    direct: /เบอร์(?:ของ)?(?:ฉัน|ผม|เขา|เธอ|ใหม่|หนู|เรา)(?:คือ)?[\s:]{0,3}$/u,
    countries: list("TH"),
  },
  {
    sure: /ტელეფონ|ტელ|მობილურ/u,
    unsure: /ნომერ|დამირეკ/u,
    direct: ending(String.raw`(?:ჩემი|მისი) (?:ახალი )?ნომერ(?:ი|ია)|დამირეკ[${letters}]{0,3}|დარეკ[${letters}]{0,3}`),
    countries: list("GE"),
  },
  {
    sure: /հեռախոս|հեռ|բջջ/iu,
    unsure: /համար|զանգ/iu,
    direct: ending(
      String.raw`(?:իմ|նրա) (?:նոր )?համար[նը]?(?: է)?|(?<![${letters}\d]\s)համարս|զանգ[${letters}]{1,6}${words}`,
    ),
    countries: list("AM"),
  },
  {
    sure: /ስልክ|ሞባይል/u,
    unsure: /ቁጥር|ደውል/u,
    direct: ending(String.raw`ደውል[${letters}]{0,3}${words}|ስልክ ቁጥሬ`),
    countries: list("ET"),
  },
  { sure: /ទូរស័ព្ទ|ဖုန်း|ໂທ/u, unsure: /លេខ|နံပါတ်/u, countries: list("KH MM LA") },
];
