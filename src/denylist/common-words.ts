/**
 * Whether a word, in its normal form, is one that documents are full of, or that half of all companies are called by: it alone says
 * nothing of anybody.
 */
export function isCommonWord(word: string): boolean {
  commonWords ??= new Set(list.split(" "));
  return word.length < 3 || commonWords.has(word);
}

/** A word of Latin letters that texts are full of, or one of two letters. */
export function isFrequentWord(word: string): boolean {
  return isCommonWord(word) && /^[a-z]{2,}$/.test(word);
}

let commonWords: ReadonlySet<string> | undefined;

/** The words that most documents of some hundred packages have, words of German, and what stands in names of companies. */
const list =
  "abc aber able about above absolute accept accepting accepts access across action active actual actually add " +
  "added adding addition additional adds advanced after again against algorithm alias aliases align all allow " +
  "allowed allowing allows along alpha already also alt alternative always amount and another any anyone anything " +
  "api app apple application applications applied applies apply approach appropriate arbeit architecture are aren " +
  "args argument arguments around array arrays arrow assertions associated assurances ast async asynchronous " +
  "atlas attempt auch auf aurora aus author auto automated available avoid await aware away azu bach back bahn " +
  "bank bar base based bash basic bau baz beacon bear because become becomes been before begin behavior bei being " +
  "bell below benchmark benchmarks berg best better between binary blau block blue body boolean both brace branch " +
  "breaking bridge bright broken brown browser browsers brucke buch buffer bug bugs build building builds built " +
  "bull bun bundle burger but bytes cache caching call callback called calling calls can cannot case cases castle " +
  "catch cause center centre certain chalk champion change changed changes changing character characters charge " +
  "check checking checkout checks child choose city class classes clean clear clone closing cloud coast code " +
  "codecov codes collection color colors column comes command commands comment comments commercial commit common " +
  "community companies compare comparison compass compatible compiled compiles complete completely complex " +
  "component components conditions config configure configured consider considered consistent console const " +
  "constructor consume contact contain containing contains content contents context continue contribute " +
  "contributing contribution contributors control conversion convert converted converting copies copy copyright " +
  "core corner correct correctly could count coverage create created creates creating cross crown crystal current " +
  "currently custom cwd das data date days deal debug debugging declare deep default defaults define defined " +
  "definition definitions delete deliver delta dem den deno depend dependencies dependency depending deprecated " +
  "der des described description design designed details detect detected detection determine dev developer " +
  "developers development diamond die difference different differs digital dir direct directly directories " +
  "directory disable disabled discord distribute distributed distribution div docs document documented does doesn " +
  "dolphin don done double download downloads dragon dream due duplicate during dynamic each eagle earth easier " +
  "easily east easy echo ecosystem edge edit ein eine einen einer eisen either electric element elements elite " +
  "else email empire empty enable enabled enables end energy engine engines ensure enterprise entire entries " +
  "entry enum env environment environments epic equal equivalent erde err error errors escape escaped etc even " +
  "event events ever every everything exact exactly example examples except exclude execute execution exist " +
  "existing exists expect expected explicitly export exported exports expose exposed exposes express expression " +
  "expressions extend extended extends extension external extra fact failed fails falcon fallback false familie " +
  "farm fast faster feature features feld feuer few field fields file filename files final find fire firma first " +
  "fix fixes flag flags flat flex follow followed following follows foo for force forest form format formatting " +
  "forms fort found fox frau free freund from frontier full fully function functions fur furnished further fusion " +
  "future galaxy gap garden garten gate gelb general generate generated generator get gets giant git github give " +
  "given giving glas glass glob global globally gold golden good grand granted graph gray great greater green " +
  "grey grid gross group groups grun gruppe guarantee guide guidelines gut handle handled handler handles " +
  "handling harbor has hash haus have haven having hawk heart height hello help helper helpers helps here hereby " +
  "heritage herr hex hidden high higher hill himmel history hoch hof holz home hook hooks horizon host house how " +
  "however href html http https ice idea identifier identifiers ignore ignored img impact implement implemented " +
  "implements import important imports improve improvements include included includes including increase index " +
  "indicating indigo individual info information initial input inside insight install installation installed " +
  "instance instances instead instructions integer interface internal internally into invalid iron island isn " +
  "issue issues ist item items iteration its itself jaguar javascript jet journey json just keep keeping key keys " +
  "keyword keywords kind king klein knight know known kraft kurz lab label lake land lang language large larger " +
  "laser last later latest lazy lead leading leaf least leben left legacy length less let letters level liberty " +
  "libraries library license licensed licensing licht liebe life light like likely lime limit limitation limited " +
  "line lines link links lint lion list lists literal literals load local location log logging logic logo long " +
  "longer look looks lot lotus lower luft lunar made magic main maintainers maintaining maintenance major make " +
  "makes making manager mann manually many map maple mapping maps mark market markt master match matched matches " +
  "matching matrix matter max maximum may mean means media member members memory mensch merge message messages " +
  "meta metadata method methods metro micro might min mind minimal minimum minor mint mirror missing mission mit " +
  "mode modern modification modified modify modifying module modules mond moon more most motion mountain move " +
  "much multiple must nach name named names native necessarily need needed needs negative nest nested neu never " +
  "new next nicht noble noch node nodes none nor nord normal north not note nothing notice nova now npm null " +
  "number numbers numeric oak obj object objects obtaining ocean oder off offer offers office old older olive " +
  "omega omni once one only onyx opal open opening operation operations operator optimal option optional " +
  "optionally options oracle orange orbit order origin original osprey other others otherwise our out output " +
  "outside over overridden override overrides own pacific package packages page pairs palm panda panther " +
  "parameter parameters parent parse parsed parser parses parsing part parts pass passed passing path paths " +
  "pattern patterns peak pearl people per perform performance permission permit permitted person persons phoenix " +
  "pilot pine pioneer plain planet platinum platz please plugin plugins plus pnpm point polar popular port " +
  "portions position possible post power pre prefer prefix prefixed premier present pretty prevent previous pride " +
  "prime prism pro probably problems process processing produce production products professional program project " +
  "projects promise properly properties property provide provided provides providing public publish published " +
  "pull pulse pure purple purpose push query quest quick rainbow range ranger ranges rapid rather raven raw read " +
  "readme real reason receive received receives recommended recursively red reduce reef refer reference " +
  "references referral regardless regex regular related relative release released remove removed removes removing " +
  "replace replaced replacement repo report reported reporting reports repository representing request requests " +
  "require required requires reset resolution resolve resolved resolves respect response restriction result " +
  "resulting results return returned returning returns reviewing right rights risk river road robin rock rocket " +
  "root rose rot royal ruby rule rules run running runs runtime safe safely sage sail salt same sampled sand " +
  "sapphire save schema schnell schwarz script scripts search second section secure security see sell separate " +
  "separated separator sequences server service services set sets setting settings setup several shall shared " +
  "shell shield short should show shown side signal silber silver similar simple simply since sind single size " +
  "skip skipped sky slower small smaller smart snow software solar solid some something sonic sonne source south " +
  "space spaces span spark spec special specific specified specify specifying spectrum speed spirit split " +
  "sponsors spring square src stadt stahl standalone standard star stark stars start started starting starts " +
  "state static station status stderr stdout steel stein step stern still stone stop store stored stores storm " +
  "str stream street strict strictly string stringify strings strong structure studio style styles styling sub " +
  "subject sublicense subscription substantial such suite summary summit sun sunrise support supported supporting " +
  "supports sure sustainable swift switch sync synchronous syntax system table tag take takes target task team " +
  "tech tell template terminal terms terra test tested testing tests text than thanks that the their them then " +
  "there these they things this those though three through throw thrown throws thus tief tiger time times tiny " +
  "titan title together token tokens too tool tools top torch total tower town track trail trailing transform " +
  "traversing treat treated tree trident true trust try turn twin two type typed typeof types typescript uber und " +
  "undefined under understand unicode union unit united unity universal unknown unless unter until update updated " +
  "updates urban url usage use used useful user users uses using usually utilities utility valid validate " +
  "validation valley value values var variable variables various vector venture version versions vertex very via " +
  "victory view village vine vision visit visitor vista vital void von vor wald want war warn warning was wasser " +
  "wave way ways web website weiss well welt wenn were werk west what whatever when where whether which while " +
  "white whitespace who whole whom whose why width wie wild will wind wing winter wish with within without wolf " +
  "won wood word words work workflow working works world would wrap wrapped wrapping write writing written wrong " +
  "yarn yellow you young your yourself zebra zeit zen zenith zero zum zur";
