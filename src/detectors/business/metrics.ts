import { inRows } from "../person/context.ts";

/** The words of the metrics below by which a window opens: those in ASCII's letters in any case, the others as they are written. */
export const metricWords: { readonly anyCase: readonly string[]; readonly other: readonly string[] } = {
  anyCase: [
    ...inRows(`
    revenue|turnover|churn rate|our churn|subscribers|subscriptions|paying customers|zahlende|clients payants|clientes de pago
    clientes pagantes|clienti paganti|betalende klanten|betalande kunder|betalende kunder|active users|umsatz|abonnent|chiffre d|ingresos
    suscriptor|fatturato|abbonati|receita|faturamento|assinantes|omzet|abonnees|liikevaihto|our profit|we spend|we spent|our spend|ad spend
    our sales|our burn|burn rate|payroll|kundenzahl|gelirimiz|ciromuz|gewinn|umgesetzt|beneficio|lucro|winst|zysk|sales|facturamos|faturamos|facturado
    faturado|grossed|invoiced|we pay|we paid|wir zahlen|costs|kosten|-rechnung|outage|incident|pannes|storingen|conversion rate
    retention rate|gross margin|net margin|profit margin|our margin|new customers|runway|losses|verlust|pertes|perdite|marge
    our retention is|our retention was|-to-paid conversion|in profit|pays us|zahlt uns|our valuation|unsere bewertung|in the bank|auf dem konto
    we're raising|we are raising`),
    " bill ",
  ],
  other: inRows(`
    facturación|выручк|оборот|подписчик|abonné|przychod|przychód|売上|営業|登録者|营收|收入|订阅|付费|活跃用户|有料会員|유료|płacących|платящ|bénéfice|Bénéfice
    прибыл|Störung|störung|Ausfälle|ausfälle|Vorfälle|vorfälle|müşterimiz|매출|구독자`),
};

/** What a business measures of itself, in the main languages, by what its numbers look like. */
interface Metric {
  readonly words: RegExp;
  /** What a number of it looks like. */
  readonly amount: RegExp;
}

const figure = String.raw`\d{1,3}(?:[., \u00A0\u202F’']\d{3}){1,5}(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?`;
const scales =
  "k|m|mm|bn?|mio\\.?|mrd\\.?|mld|tsd\\.?|tys\\.?|mln|млн\\.?|млрд\\.?|тыс\\.?|тис\\.?|thousand|billion|millionen|milliarden?|tausend|millions?|milliards|millones|mil|milhões|milioni|mila|miljoen|milyon|bin|万|億|亿|만|억";
const scale = `(?: ?(?:${scales}))?`;
const currency = String.raw`(?:[$€£¥₹₽₺₩]|zł|TL|kr\.?|Kč|Ft|CHF|USD|EUR|GBP|JPY|CAD|AUD|INR|BRL|R\$|US\$|dollars?|euros?|pounds?|yen|円|元|원|руб(?:л\p{L}{1,2}|\.?)|грн|гривень|reais|pesos|lei|лв)`;

/** A single figure counts where a scale says of what: 3 million. */
export const scaled: RegExp = new RegExp(String.raw`\d ?(?:${scales})(?![\p{Script=Latin}\p{Script=Cyrillic}])`, "iu");

const money = new RegExp(
  String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\d.,])(?:${currency} ?(?:${figure})${scale}|(?:${figure})${scale}(?: de| d['’])? ?${currency})(?![\p{Script=Latin}\p{Script=Cyrillic}\d])|(?<![\p{Script=Latin}\p{Script=Cyrillic}\d.,$#-])(?:${figure}) ?(?:k|m|mio\.?|million|billion|万|億|亿|만|억|млн|млрд)(?![\p{Script=Latin}\p{Script=Cyrillic}\d])`,
  "giu",
);
const million = String.raw`\d{1,3}(?:[.,]\d{1,2})? ?(?:mm?|bn?|mio\.?|mrd\.?|millions?|millionen|billion|milliarden?)`;
const millions = new RegExp(
  String.raw`(?<![\p{L}\d.,])(?:${currency} ?${million}|${million} ?${currency})(?!\p{L})`,
  "giu",
);
const count = new RegExp(
  String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\d.,$€£#-])(?:${figure})${scale}(?!(?![名位个個명])[\p{L}\d%€$£]|[.,:]\d|-\d| ?%| ?(?:s|ms|sec|seconds?|min|minutes?|hours?|h|days?|weeks?|months?|years?|[KMGT]i?B|px|rows?|lines?|files?|bytes?|times|tests?|points?|requests?)(?![\p{L}]))`,
  "giu",
);
/** What a business pays for, as it speaks of it. */
const paidFor =
  "aws|azure|gcp|google cloud|cloud|openai|anthropic|claude|chatgpt|hetzner|cloudflare|vercel|heroku|datadog|snowflake|stripe|twilio|hosting|servers?|infra(?:structure)?|api|llm|gpus?|compute|tokens|ads?|advertising|marketing|payroll|staff|personnel|lohn|werbe|saas|licen[cs]es?";
/** "Our server costs $5" is what one costs, and no figure of a business. */
const bill = new RegExp(
  String.raw`(?<!\p{L})(?:${paidFor})[ -]?(?:bills?|costs(?! (?:us |about |around |only |just )?[$€£\d])|invoices?|fees|kosten|rechnung|ausgaben)(?!\p{L})|(?<!\p{L})personal(?:kosten|ausgaben)(?!\p{L})`,
  "giu",
);
const share =
  /(?<![\p{L}\d.,-])\d{1,3}(?:[.,]\d{1,2})? ?(?:%|percent|prozent|pour ?cent|por ciento|per cento|процент\p{L}*)/giu;

export const metrics: readonly Metric[] = [
  {
    words:
      /(?<![\p{L}])(?:revenues?|turnover|sales|gross (?:income|profit)|net (?:income|profit)|profits?|MRR|ARR|GMV|EBITDA|(?:ad |cloud |aws )?spend(?:ing)?|spent|pays us|zahlt uns|we (?:pay|paid)|wir zahlen|grossed|invoiced|umgesetzt|facturamos|facturado|faturamos|faturado|CAC|LTV|ARPU|burn(?: rate)?|payroll|umsatz|umsätze|gewinn|ausgaben|loss(?:es)?|verluste?|pertes?|perdite|chiffre d[’']affaires|CA|revenus?|bénéfices?|dépenses|ingresos|facturación|ventas|beneficios?|gastos|fatturato|ricavi|utili?|spese|receita|faturamento|lucro|omzet|winst|uitgaven|przych[oó]d\p{L}{0,3}|obr[oó]t\p{L}{0,2}|zysk\p{L}{0,2}|tržby|obrat|zisk|omsætning|omsättning|omsetning|liikevaihto|gelir(?:imiz)?|ciro(?:muz)?|bevétel\p{L}{0,4}|выручк\p{L}|оборот\p{L}{0,2}|прибыл\p{L}{1,2}|расход\p{L}{0,3}|дохід|виручк\p{L})(?![\p{L}])|売上|売り上げ|収益|利益|广告费|营收|营业额|營收|收入|利润|매출|수익|الإيرادات|إيرادات|राजस्व/giu,
    amount: money,
  },
  { words: bill, amount: money },
  // People raise, own and save as well, but not by the million.
  {
    words: /(?<!\p{L})(?:our valuation|unsere bewertung|in the bank|auf dem konto|we(?:[’']| a)re raising)(?!\p{L})/giu,
    amount: millions,
  },
  {
    words: /(?<!\p{L})runway(?!\p{L})/giu,
    amount: /(?<![\d.,])\d{1,2} (?:months|weeks|monate|wochen|mois|meses|mesi)(?!\p{L})/giu,
  },
  {
    words:
      /(?<![\p{L}])(?:(?:paid|paying|active|annual|monthly|yearly|new) subscriptions?|(?:paying |active |monthly |daily |new )?(?:subscribers?|customers|signups|sign-ups|users)|DAU|MAU|incidents?|(?<!power )outages?|abonnent(?:en|innen)|(?:zahlende[nr]? )?kund(?:en|innen)|(?:aktive[nr]? )?nutzer|vorfälle|störungen|ausfälle|abonnés|clients|pannes|suscriptores|clientes|incidentes|abbonati|clienti|incidenti|assinantes|abonnees|klanten|storingen|subskrybent\p{L}{0,3}|(?:płacących )?klientów|abonnenter|prenumeranter|kunder|tilaajaa|asiakasta|abone(?:miz)?|müşterimiz|подписчик\p{L}{0,3}|(?:платящ\p{L}{1,3} )?клиент\p{L}{0,3}|инцидент\p{L}{0,3}|підписник\p{L}{0,3})(?![\p{L}])|購読者|登録者|会員|订阅|订户|用户数|付费用户|活跃用户|付费会员|有料会員|客户|유료 ?(?:회원|고객|사용자)|구독자|مشترك/giu,
    amount: count,
  },
  {
    words:
      /(?<![\p{L}])(?:churn(?: rate)?|conversion(?: rate)?|retention|NRR|(?:gross |net |profit |(?<=our ))margins?|growth|kündigungsrate|abwanderung|marge(?: brute| nette)?|wachstum|taux (?:de conversion|d[’']attrition)|croissance|tasa de (?:conversión|abandono)|crecimiento|отток\p{L}?|конверси\p{L})(?![\p{L}])|解約率|流失率|转化率|成長率/giu,
    amount: share,
  },
];

/** We, and what is ours. */
export const ourselves: RegExp =
  /(?<![\p{L}’'])(?:our|ours|we|we[’'](?:ve|re|d|ll)|my (?:company|business|startup|shop|store|app|newsletter|channel)|unser\p{L}{0,2}|wir|nos|notre|nous|nuestr[oa]s?|hemos|tenemos|nostr[oaie]|abbiamo|noss[oa]s?|temos|ons|onze|wij|nasz\p{L}{0,3}|mamy|náš|naše|máme|vores|vår\p{L}?|meidän|bizim|gelirimiz|ciromuz|müşterimiz|nost?ru|наш\p{L}{0,3}|мы|у нас|ми|маємо|facturamos|faturamos|fatturiamo)(?![\p{L}])|当社|弊社|わが社|私たち|我们|我們|우리|저희|لدينا|हमार/giu;

/** Behind "our": whose figure it is then. */
export const theirs: RegExp =
  /^\s(?:(?!(?:company|business|startup|store|shop|team|product|app|firm)['’]s)\p{L}{2,20}(?:['’]s|s['’])(?!\p{L})|(?:[a-z]{3,12} )?(?:competit|rival|konkurren|mitbewerb|wettbewerb|concurren|competidor|concorren|конкурент))/iu;

/** What nobody but a business says of a sum, where it names what it pays for. */
export const paying: RegExp = /^(?:we (?:pay|paid)|wir zahlen|pays us|zahlt uns)$/i;

/** What people spend as well; a business says on what. */
export const spending: RegExp = /^(?:spen[dt]|spending|ausgaben|dépenses|gastos|spese|uitgaven|расход\p{L}{0,3})$/iu;
export const business: RegExp = new RegExp(
  String.raw`(?<!\p{L})(?:${paidFor}|${[
    "contractors?|freelancers?|salar(?:y|ies)|wages|employees|office|software|campaigns?|seo|sem|adwords|facebook|meta|google|linkedin|tiktok|influencers?|customers?|acquisition|r&d|development|company|business|startup|revenue|quarter|q[1-4]|opex|capex",
    "werbung|anzeigen|gehälter|löhne|büro|firma|quartal|publicité|salaires|bureau|entreprise|trimestre|publicidad|anuncios|salarios|nóminas|oficina|empresa|pubblicità|stipendi|ufficio|azienda|publicidade|salários|escritório|advertenties|salarissen|kantoor|bedrijf|реклам\\p{L}{1,3}|зарплат\\p{L}{1,3}|офис|компани\\p{L}",
  ].join("|")})(?!\p{L})`,
  "iu",
);

/** Where people sell who have no business. */
export const pastime: RegExp =
  /(?<!\p{L})(?:school|fair|bake sale|charity|fundraiser|raffle|flea market|yard sale|garage sale|lemonade|kindergarten|pta|scouts|(?:kuchen|waffel)\p{L}{0,12}|flohmarkt|schulfest|sommerfest|tombola|basar|kermesse|vide-grenier|brocante|mercatino|rastrillo|kiermasz|ярмарк\p{L}{1,3})(?!\p{L})/iu;

/** What says that a figure is a goal, a limit, an example or somebody else's. */
export const supposed: RegExp = new RegExp(
  String.raw`(?<!\p{L})(?:${[
    "if|when|would|could|should|might|may be|may have|may reach|can|will|shall|want|wants|hope|goal|goals|target|targets|aim|aiming|expect|expects|expected|plan to|forecast|projected|project|imagine|suppose|assume|assuming|until|(?<!(?:went|gone|is|are|grew|rose|climbed|jumped) )up to|at least|at most|limit|limited|support|supports|allow|allows|reach|need|needs|let['’]s say|e.g|example|sample|demo|dataset|table|tutorial|test|tests|said|says|wrote|writes|quote|according",
    "wenn|falls|würde|würden|könnte|könnten|sollte|sollten|soll|wollen|möchten|werden|ziel|ziele|erwarten|brauchen|planen|beispiel|beispielsweise|bis zu|mindestens|höchstens|angenommen|sagte|schrieb|laut",
    "si|serait|pourrait|objectif|but|voulons|espérons|exemple|jusqu['’]à|selon|sería|podría|objetivo|meta|queremos|esperamos|ejemplo|hasta|según|se|sarebbe|obiettivo|vogliamo|esempio|fino a|secondo|seria|exemplo|até|segundo",
    "als|zou|doel|willen|voorbeeld|jeśli|gdyby|cel|chcemy|przykład|если|бы|цель|хотим|например|пример|до|якщо|мета|хочемо|наприклад|om|hvis|mål|vill|vil|eğer|hedef|örnek",
  ].join(
    "|",
  )})(?!\p{L})|もし|目標|例えば|たとえば|仮に|如果|目标|例如|假设|만약|목표|예를|إذا|هدف|مثال|यदि|लक्ष्य|उदाहरण`,
  "iu",
);
