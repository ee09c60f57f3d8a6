import { type NamePromise, promiseOf } from "./key-name.ts";

/** A name may stand in quotation marks, in backquotes and in brackets. @param name in Latin-1 */
export function promiseOfColumn(name: string): NamePromise | undefined {
  const promise = promiseOf(wordOf(name));
  if (promise !== undefined) return promise === "maybe" ? undefined : promise;
  return elsewhere.test(Buffer.from(name.replaceAll(/<[^<>]*>?/g, " "), "latin1").toString()) ? "password" : undefined;
}

/** The name of a column in one word: `API_key`. */
export function wordOf(name: string): string {
  return name
    .replaceAll(/[^\w$@.-]+/g, " ")
    .trim()
    .replaceAll(" ", "_");
}

/** What a column of passwords is called where English is not spoken. */
const elsewhere =
  /(?:mots? de passe|contrase[ñn]a|senha|wachtwoord|l[öo]senord|adgangskode|passord|salasana|has[łl]o|heslo|jelsz[óo]|parol[aă]|şifre|mật khẩu|пароль|гасло|κωδικός|סיסמה|كلمة المرور|密[码碼]|パスワード|비밀번호)[*_`"'\s]*$/i;
