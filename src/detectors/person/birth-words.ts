import { Beginnings } from "./beginnings.ts";

/** Words that say that somebody was born. Those of `birthdays` are said of parties as well. */
interface BirthWords {
  /** Before a date, with some words between. */
  readonly births: string;
  readonly birthdays: string;
  /** Behind it. */
  readonly behind: string;
}

const words: BirthWords = {
  births: `
    born_|birth|dob_|dob:|d.o.b|geboren|geburt|gebore_|geb.|gebuer|né_le|né_à|né_en|né:|née|né(e)|nés_le|naissance|naquit|nací|nacid|nació|nacim|nac.|nasci|nasceu|nascid|nasc.
    nato_il|nata_il|nato_a_|nata_a_|sono_nat|è_nat|nascita|geboorte|urodz|ur._|narozen|narodil|naroden|narodzen|nar.|szület|szül.|născ|nașter|naşter|naster|doğum|doğdu|dogum|rojen|rojst|rođen|rodjen|född|födel|født|fødsel
    fædd|fæðing|syntyn|syntym|syntyi|synnyin|sündin|sünniaeg|sünnikuup|sünnip|sünd.|dzimis|dzimus|dzimš|dzim.|gimė|gimia|gimus|gimimo|gimęs|lindur|datëlind|breithe|rugadh|naixement|néixer|nascut|nascud
    naceu|nacemento|nacín|jaiotze|kuzaliwa|nilizaliwa|alizaliwa|amezaliwa|lahir|kapanganakan|ipinanganak|isinilang|dyddiad_geni|fy_ngeni|ei_geni|twelid|tat-twelid|twieled|anadan_ol
    ngày_sinh|sinh_ngày|sinh_năm|sinh_vào|năm_sinh
    род.|родил|рожден|рождён|роден|раждан|раѓањ|родена|народив|народил|народж|нарадз|нараджэн|рођен|рођењ|д.р.|туған|төрсөн|γενν|γένν|γεν.|ծնվ|ծնն|დაბად|დავიბად
    生年月日|出生|生于|生於|생년월일|출생|태어난|ميلاد|الميلاد|مواليد|ولد|متولد|تولد|پیدائش|לידה|נולד|יליד
    जन्म|জন্ম|ਜਨਮ|જન્મ|பிறந்த|పుట్టిన|ಜನ್ಮ|ಹುಟ್ಟ|ಜನನ|ജനന|ജനിച്ച|උපන්|เกิด|កំណើត|ເກີດ|မွေး|የትውልድ`,
  birthdays: `
    birthday|b-day|bday|geburtstag|anniversaire|cumplea|aniversário|aniversari|compleanno|verjaardag|verjaarsdag|urodzin|narozenin|narodenin|születésnap|ziua_de_na
    rojstni_dan|rođendan|rodjendan|рођендан|роденден|рожден_ден|день_рожд|дня_рожд|днём_рожд|днем_рожд|день_народ|днем_народ|дня_народ|дзень_нар|ditëlindj|γενέθλ|doğum_gün
    födelsedag|fødselsdag|bursdag|syntymäpäiv|afmæli|sünnipäev|dzimšanas_dien|gimtadien|誕生日|誕生会|生日|생일|عيد_ميلاد|تولد|יום_הולדת|سالگرہ|जन्मदिन|जन्मदिवस|वाढदिवस|জন্মদিন
    பிறந்தநாள்|పుట్టినరోజు|วันเกิด|sinh_nhật|ulang_tahun|hari_jadi|kaarawan|ad_gün|туған_күн|lá_breithe|pen-blwydd`,
  behind: `
    is_my_birth|is_her_birth|is_his_birth|is_my_date_of|is_her_date_of|is_his_date_of|geboren|geb._|szület|doğdu|doğum|dogum|anadan_ol|jaio|туған|төрсөн|г.р|г._р|года_рожд|год_рожд|р.н|р._н|года_нар|生まれ|出生|出世|생_|생.|생,|생이|태어|출생|년생|متولد|به_دنیا|دنیا_آمد|پیدا
    जन्म|जन्मे|जन्मा|জন্ম|ਜਨਮ|જન્મ|பிறந்த|పుట్ట|జన్మించ|ಹುಟ್ಟ|ಜನಿಸ|ജനിച്ച|උපන්`,
};

/** In a text before a date. */
export const saidBefore: Beginnings = new Beginnings(words.births, words.birthdays);
export const birthdays: Beginnings = new Beginnings(words.birthdays);
/** In a text behind one. */
export const saidBehind: Beginnings = new Beginnings(words.behind);
