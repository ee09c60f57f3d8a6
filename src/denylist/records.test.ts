import { describe, expect, test } from "vitest";
import { lockOf, lookupOf } from "../../test/lookups.ts";
import { marked } from "../../test/marked.ts";
import { placesIn } from "../../test/word-kernel.ts";
import { kernelWords } from "./first-words.ts";
import { readFolds } from "./kernel-folds.ts";
import { findTerms } from "./matcher.ts";
import type { Term } from "./term.ts";

const terms: readonly Term[] = ["Harriet Mossgrave", "Käthe Großmüllner", "Marijke van der Quastenberg", "李 晓彤"].map(
  (text) => ({ kind: "person", text, options: [] }),
);
const list = lookupOf(terms);
const lock = lockOf(terms);
const places = placesIn(kernelWords(list.firstWords ?? []), readFolds());

describe("first and last name in fields of one record are found, each by itself", () => {
  test.each([
    '{"firstName":"«Harriet»","id":7,"lastName":"«Mossgrave»"}',
    '{"lastName":"«Mossgrave»","email":"x@mail.example","tags":["a","b"],"firstName":"«Harriet»"}',
    '{\n  "first_name": "«Käthe»",\n  "middle_name": null,\n  "last_name": "«Großmüllner»"\n}',
    '{"givenName":"«K\\u00e4the»","age":4,"familyName":"«Gro\\u00dfm\\u00fcllner»"}',
    '{"givenName":"«\\u0048arriet»","id":4,"familyName":"«\\u004dossgrave»"}',
    "<first>«&#72;arriet»</first><age>4</age><last>«&#x4d;ossgrave»</last>",
    '{"firstName":"«Marijke»","address":{"street":"a {b}","lastName":"Tull"},"lastName":"«van der Quastenberg»"}',
    String.raw`"{\"userFirstName\":\"«Harriet»\",\"id\":7,\"userLastName\":\"«Mossgrave»\"}"`,
    "at=3 first_name=«Harriet» id=7 last_name=«Mossgrave» ok=1",
    "?first_name=«K%C3%A4the»&age=40&last_name=«Gro%C3%9Fm%C3%BCllner»&x=1",
    "Vorname: «Käthe»\nAlter: 40\nNachname: «Großmüllner»\n",
    "Vorname: Berta\nNachname: Tull\nVorname: «Käthe»\nAlter: 40\nNachname: «Großmüllner»\n",
    "- first: «Harriet»\n  id: 7\n  last: «Mossgrave»\n- first: Ben\n  id: 8\n  last: Tull\n",
    "**First name:** «Harriet»\n**Age:** 40\n**Last name:** «Mossgrave»",
    "| First name | «Harriet» |\n| Age | 40 |\n| Last name | «Mossgrave» |",
    "dn: uid=x,dc=site\ngivenName: «Harriet»\nmail: x@mail.example\nuid: x\nsn: «Mossgrave»\n",
    "<person><first>«Harriet»</first><age>4</age><last>«Mossgrave»</last></person>",
    '<a:given-name xml:lang="de">«K&auml;the»</a:given-name>\n<b/>\n<a:family-name>«Großmüllner»</a:family-name>',
    "<dt>First name</dt><dd>«Harriet»</dd><dt>Age</dt><dd>40</dd><dt>Last name</dt><dd>«Mossgrave»</dd>",
    '<tr><th>Vorname</th><td class="a">«Käthe»</td></tr>\n<tr><th>Alter</th><td>4</td></tr>\n<tr><th>Nachname</th><td>«Großmüllner»</td></tr>',
    '<person id="3" first="«Harriet»" age="4" last="«Mossgrave»"/>',
    '<div data-first-name="«Harriet»" data-id="7" data-last-name="«Mossgrave»"></div>',
    '<meta property="profile:first_name" content="«Harriet»">\n<meta property="og:type" content="profile">\n<meta property="profile:last_name" content="«Mossgrave»">',
    '<meta content="«K&auml;the»" itemprop="givenName" /><meta content="«Großmüllner»" itemprop="familyName" />',
    '<input type="text" class="form-control wide" id="firstname" required value="«Harriet»"><input name="user[last_name]" value=\'«Mossgrave»\'>',
    '<p class="h-card"><span class="x p-given-name">«Harriet»</span> of <i>Ulm</i>, <span class="p-family-name">«Mossgrave»</span></p>',
    '<span itemprop="givenName">«Harriet»</span>, born 1999, <span itemprop="familyName"><b>«Mossgrave»</b></span>',
    "Prénom : «Käthe»\nÂge : 4\nNom de famille : «Großmüllner»",
    "имя: «Käthe», лет: 40, фамилия: «Großmüllner»",
    '{"firstName":"«Harriet» Q.","id":7,"lastName":"«Mossgrave»"}'.replace("» Q.", " Q.»"),
    "SELECT * FROM a WHERE first_name = '«Harriet»' AND id > 4 AND last_name = '«Mossgrave»'",
    '{"名":"«晓彤»","id":7,"姓":"«李»"}',
    "id,first,email,last\n6,Ben,b@mail.example,Tull\n7,«Harriet»,x@mail.example,«Mossgrave»\n",
    'nachname;alter;"vorname"\r\nTull;4;"Ben"\r\n«Großmüllner»;4;"«Käthe»"\r\n',
    "Text.\n\n| Vorname | Alter | Nachname |\n|---|---|---|\n| Ben | 4 | Tull |\n| «Käthe» | 4 | «Großmüllner» |\n",
  ])("%s", (text) => {
    const bytes = Buffer.from(text.replaceAll(/[«»]/g, ""));
    for (const found of [findTerms(bytes, list), findTerms(bytes, lock), findTerms(bytes, list, places(bytes))])
      expect(
        marked(
          bytes,
          found.map(({ range }) => range),
        ),
      ).toBe(text);
  });
});

describe("names of several records, and in fields that are no names, are not joined", () => {
  test.each([
    '[{"firstName":"Harriet","id":7},{"lastName":"Mossgrave","id":8}]',
    '[{"lastName":"Tull","id":7,"firstName":"Harriet"},{"lastName":"Mossgrave","id":8,"firstName":"Ben"}]',
    '{"firstName":"Harriet","id":7,"spouse":{"lastName":"Mossgrave"},"lastName":"Tull"}',
    '{"firstName":"Harriet","id":7,"street":"Mossgrave"}',
    '{"firstName":"Harriet","id":7,"lastName":"Mossgravesson"}',
    "first=Harriet id=7 last=Tull\nfirst=Ben id=8 last=Mossgrave\n",
    "last=Tull id=7 first=Harriet at=3\nlast=Mossgrave id=8 first=Ben\n",
    "Vorname: Harriet\nAlter: 40\nNachname: Tull\nVorname: Ben\nAlter: 4\nNachname: Mossgrave",
    "Vorname: Harriet\nAlter: 40\n\nNachname: Mossgrave",
    "- first: Harriet\n  id: 7\n- last: Mossgrave\n  id: 8\n",
    "<person><first>Harriet</first><age>4</age></person><person><last>Mossgrave</last></person>",
    "id,first,email,last\n6,Harriet,b@mail.example,Tull\n7,Ben,x@mail.example,Mossgrave\n",
    "id,first,email,town\n7,Harriet,x@mail.example,Mossgrave\n",
    "first, let Harriet in, then close, and at last, Mossgrave",
    "id,first,email,last\n\n7,Harriet,x@mail.example,Mossgrave\n",
    '<ul><li class="first">Harriet, 7</li><li class="last">Mossgrave</li></ul>',
    '<meta name="author" content="Harriet"><meta name="town" content="Mossgrave">',
    '<input name="first_name" value="Harriet"><input name="town" value="Mossgrave">',
    '<person first="Harriet" last="Tull"/><person first="Ben" last="Mossgrave"/>',
    '<section><input name="first_name" value="Harriet"></section><section><input name="last_name" value="Mossgrave"></section>',
    `first: Harriet\n${"x: 1\n".repeat(300)}last: Mossgrave`,
  ])("%s", (text) => {
    const bytes = Buffer.from(text);
    for (const lookup of [list, lock]) expect(findTerms(bytes, lookup)).toEqual([]);
  });
});
