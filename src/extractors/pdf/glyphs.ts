/** Names of glyphs that are no letters with an accent: Adobe Glyph List, as far as Latin text goes. */
const named: Readonly<Record<string, string | undefined>> = Object.fromEntries(
  [
    "space:  exclam:! quotedbl:\" numbersign:# dollar:$ percent:% ampersand:& quotesingle:' quoteright:’ quoteleft:‘ parenleft:( parenright:) asterisk:* plus:+ comma:, hyphen:- minus:- period:. slash:/",
    "zero:0 one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 colon:: semicolon:; less:< equal:= greater:> question:? at:@ bracketleft:[ backslash:\\ bracketright:]",
    "asciicircum:^ underscore:_ grave:` braceleft:{ bar:| braceright:} asciitilde:~ bullet:• endash:– emdash:— ellipsis:… quotedblleft:“ quotedblright:” quotesinglbase:‚ quotedblbase:„ guillemotleft:« guillemotright:» guilsinglleft:‹ guilsinglright:›",
    "germandbls:ß ae:æ AE:Æ oe:œ OE:Œ oslash:ø Oslash:Ø eth:ð Eth:Ð thorn:þ Thorn:Þ lslash:ł Lslash:Ł dcroat:đ Dcroat:Đ hbar:ħ Hbar:Ħ dotlessi:ı Euro:€ sterling:£ yen:¥ cent:¢ section:§ paragraph:¶ copyright:© registered:® degree:° mu:µ",
    "fi:fi fl:fl ff:ff ffi:ffi ffl:ffl IJ:IJ ij:ij nbspace:  nonbreakingspace:  softhyphen:- sfthyphen:- periodcentered:· multiply:× divide:÷ plusminus:± exclamdown:¡ questiondown:¿ trademark:™ dagger:† daggerdbl:‡",
  ]
    .flatMap((line) => line.split(/ (?=[A-Za-z])/))
    .map((pair) => {
      const at = pair.indexOf(":");
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
);

const accents: Readonly<Record<string, string | undefined>> = {
  grave: "\u0300",
  acute: "\u0301",
  circumflex: "\u0302",
  tilde: "\u0303",
  macron: "\u0304",
  breve: "\u0306",
  dotaccent: "\u0307",
  dieresis: "\u0308",
  ring: "\u030a",
  hungarumlaut: "\u030b",
  caron: "\u030c",
  cedilla: "\u0327",
  commaaccent: "\u0327",
  ogonek: "\u0328",
};

/** What a glyph stands for, by its name; nothing where the name does not tell. https://github.com/adobe-type-tools/agl-specification */
export function textOfGlyph(name: string): string {
  const [base = ""] = name.split(".", 1);
  return base.split("_").map(ofComponent).join("");
}

function ofComponent(name: string): string {
  if (name.length === 1) return name;
  const known = named[name];
  if (known !== undefined) return known;
  const [, digits = ""] = /^(?:uni([\dA-F]{4})|u([\dA-F]{4,6}))$/.exec(name)?.filter(Boolean) ?? [];
  if (digits !== "") {
    const code = Number.parseInt(digits, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "";
  }
  const accent = accents[name.slice(1)];
  return accent === undefined ? "" : `${name.charAt(0)}${accent}`.normalize("NFC");
}
