import type { Range } from "../model/range.ts";
import { normalForm } from "./normal-form.ts";

/** Which of a person's names a field holds. */
export type NameKind = "first" | "last";

/** Where in a text the values of two such fields of the same record stand. */
export type NameFields = Readonly<Record<NameKind, Range>>;

const words = {
  first:
    "first given forename firstname givenname givennames fname gn vorname rufname prenom nombre nombres nome voornaam imie jmeno " +
    "fornavn fornamn etunimi keresztnev utonev prenume ad adi eesnimi vards vardas ime имя ім'я име όνομα 名",
  last:
    "last family surname lastname familyname lname sn nachname familienname zuname nom famille apellido apellidos cognome sobrenome apelido " +
    "achternaam nazwisko prijmeni priezvisko etternavn efternavn efternamn sukunimi vezeteknev csaladnev nume soyad soyadi prezime priimek " +
    "perekonnanimi uzvards pavarde фамилия прізвище επώνυμο 姓",
} as const satisfies Record<NameKind, string>;

const kinds: ReadonlyMap<string, NameKind> = new Map(
  (["first", "last"] as const).flatMap((kind) =>
    words[kind].split(" ").map((word) => [normalForm(word).join(" "), kind] as const),
  ),
);

/** Which name stands in a field that is called so: `first_name`, `userLastName`, `Prénom`, `ім'я`. */
export function nameKindOf(field: string): NameKind | undefined {
  const before = known.get(field);
  if (before !== undefined) return before === "none" ? undefined : before;
  const kind = kindOf(field);
  if (known.size >= mostKnown) known.clear();
  known.set(field, kind ?? "none");
  return kind;
}

/** Records repeat the names of their fields. */
const known = new Map<string, NameKind | "none">();
const mostKnown = 1000;

function kindOf(field: string): NameKind | undefined {
  const all = normalForm(field.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, " "));
  const own = /^names?$/.test(all.at(-1) ?? "") ? all.slice(0, -1) : all;
  return kinds.get(own.slice(-2).join(" ")) ?? kinds.get(own.at(-1) ?? "");
}
