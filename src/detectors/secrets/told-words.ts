import { letters } from "../../model/letters.ts";
import { inCases, inRows, utf8Literals } from "../person/context.ts";

/**
 * How words begin by which people speak of what opens something, in lower case; some letters may follow, which tell the case or whose it is.
 * A space is any space, a dash, an underscore or nothing; `_` is the end of the word.
 */
interface ToldWords {
  /** For a password and nothing else. */
  readonly passwords: string;
  /** For a password, and for a code, a key or a slogan as well. */
  readonly doubtful: string;
  /** For a key of a program. */
  readonly keys: string;
  /** The words of English that other languages use as well: in source they stand everywhere. */
  readonly english: string;
  /** The same of keys of programs. */
  readonly englishKeys: string;
  /** For what somebody types at a door, a telephone or a cash machine. */
  readonly pins: string;
  /** For a code that is sent and used once. */
  readonly once: string;
}

const words: ToldWords = {
  passwords: `
    passwort|senha|parola d'ordine|parola d’ordine|kennwort|zugangswort|mot de passe|mots de passe|contraseña|contrasena|contrasenya|contrasinal|palavra passe|palavra chave de acesso|wachtwoord|wagwoord|lösenord|adgangskode|kodeord|passord|salasana
    lykilorð|aðgangsorð|jelszó|jelszav|şifre|sifrem|sifresi|slaptažod|slaptazod|fjalëkalim|fjalekalim|pasahitz|cyfrinair|focal faire|pasfhocal|pasvort|nenosiri|nywila|kata sandi|kata laluan|katalaluan|mật khẩu|mat khau|şifrə
    netzwerkschlüssel|wlan schlüssel|wpa schlüssel|clé wifi|clé wi-fi|clave wifi|clave de red|chave de rede|chiave wifi|chiave di rete|klucz sieciowy|netwerksleutel|ネットワークキー|网络密钥|網路金鑰
    құпиясөз|құпия сөз|нууц үг|lozink|лозинк|лозінк|пароль|пароля|паролем|паролю|парол|гасло до
    συνθηματικ|κωδικό πρόσβασης|κωδικός πρόσβασης|パスワード|パスフレーズ|暗号キー|密码|密碼|口令|비밀번호|비번|패스워드|암호|รหัสผ่าน|พาสเวิร์ด|סיסמה|סיסמא|סיסמת|סיסמתי|סיסמתך|הסיסמה
    كلمة المرور|كلمة مرور|كلمة السر|كلمة سر|الباسورد|باسورد|گذرواژه|رمز عبور|پسورد|پاس ورڈ|پاسورڈ|पासवर्ड|कूटशब्द|পাসওয়ার্ড|পাসওয়ার্ড|கடவுச்சொல்|పాస్‌వర్డ్|పాస్వర్డ్|సంకేతపదం|પાસવર્ડ|ಪಾಸ್‌ವರ್ಡ್|ಪಾಸ್ವರ್ಡ್|ഗുപ്തപദ|പാസ്‌വേഡ്|പാസ്വേഡ്
    ਪਾਸਵਰਡ|මුරපදය|පාස්වර්ඩ්|პაროლ|գաղտնաբառ|ពាក្យសម្ងាត់|លេខសម្ងាត់|ລະຫັດຜ່ານ|စကားဝှက်|የይለፍ ቃል|පාස්වර්ඩ්`,
  doubtful: `
    parola|parolă|parolei|parole|parool|parol|hasło|haslo|hasła|heslo|heslem|geslo|geslom|clave|κωδικ|رمز|шифра|шифру|šifra|šifru|zaporka|zaporku|schlüsselwort|mdp_|sandi|รหัส|סיסמ`,
  keys: `
    api schlüssel|clé api|clé d'api|clé d’api|clave api|clave de api|clave de la api|chave api|chave de api|chave da api|chiave api|klucz api|kľúč api|klíč api|api klíč|api sleutel|api nyckel|api nøkkel|api nøgle|api avain
    api kulcs|cheia api|cheie api|api anahtar|kunci api|khóa api|κλειδί api|api ключ|ключ api|ключ апи|апи ключ|api キー|apiキー|api 密钥|api密钥|api 金鑰|api金鑰|api 키|api키|مفتاح api|کلید api|מפתח api|api कुंजी|คีย์ api
    zugriffstoken|zugriffs token|zugangstoken|geheimschlüssel|geheimer schlüssel|geheime schlüssel|webhook schlüssel|jeton d'accès|jeton d’accès|token d'accès|token d’accès|clé secrète|token de acceso|clave secreta|token de acesso|chave secreta|token di accesso|chiave segreta|token dostępu|klucz tajny
    přístupový token|toegangstoken|geheime sleutel|åtkomsttoken|adgangstoken|tilgangstoken|токен доступ|ключ доступ|секретный ключ|секретний ключ|erişim anahtarı|gizli anahtar|アクセストークン|アクセスキー|シークレットキー|访问令牌|访问密钥|密钥|密鑰|存取權杖|액세스 토큰|시크릿 키|رمز الوصول|एक्सेस टोकन|token truy cập`,
  english: `password_|passwords_|passcode_|passphrase_|passwd_|pwd_|psw_|pw_|wifi key_|network key_|wlan key_`,
  englishKeys: `api key_|api token_|access token_|access key_|bearer token_|auth token_|refresh token_|session token_|deploy token_|client secret_|app secret_|api secret_|signing secret_|signing key_|webhook secret_|secret key_|encryption key_`,
  pins: `
    pin_|puk_|puk code|pin code|pincode|pinkód|pinkood|pin kod|pin koodi|door code|gate code|alarm code|entry code|access code|keypad code|lockbox code|garage code|key code|keycode|building code|safe code|lock code|safe combination|entrance code|unlock code|passcode|voicemail code|screen time code
    türcode|tür code|haustürcode|torcode|tor code|zugangscode|zutrittscode|eingangscode|alarmcode|schließfachcode|tresorcode|safecode|sperrcode|entsperrcode|geheimzahl|code pin|digicode|code de la porte|code de porte|code du portail|code d'entrée|code d’entrée|code d'accès|code d’accès|code de l'alarme|code de l’alarme|code secret
    código de la puerta|código del portal|código de acceso|código de entrada|código de la alarma|código de desbloqueo|código pin|clave de la puerta|código da porta|código do portão|código de acesso|código do alarme|código pin
    codice del portone|codice della porta|codice del cancello|codice di accesso|codice d'accesso|codice d’accesso|codice dell'allarme|codice dell’allarme|codice pin
    deurcode|poortcode|toegangscode|alarmcode|pin code|portkod|dörrkod|larmkod|inträdeskod|dørkode|portkode|alarmkode|ovikoodi|hälytyskoodi|pin koodi|avainkoodi
    kod do drzwi|kod do bramy|kod do domofonu|kod do furtki|kod dostępu|kod alarmu|kód od dveří|kód ke dveřím|kód od brány|kód na dvere|kód od dverí|kód od bytu|přístupový kód|prístupový kód|koda za vrata|kod za vrata|kod od vrata|kod za ulaz|šifra za vrata
    код от двери|код двери|код домофона|код от домофона|код от подъезда|код подъезда|код от калитки|код доступа|код от сигнализации|пин код|пинкод|пін код|код від дверей|код домофону|код від домофону|код від під'їзду|код від під’їзду|код за вратата|код за входа|пин кодът|код за врата
    codul de la ușă|codul ușii|cod de acces|codul de la interfon|codul de la poartă|cod pin|codul pin|kapukód|ajtókód|belépőkód|riasztókód|κωδικός πόρτας|κωδικός της πόρτας|κωδικός εισόδου|κωδικός συναγερμού|το pin|kapı kod|kapı şifre|kart şifre|giriş kod|alarm kod|uksekood|durvju kod|durų kod|kodi i derës
    暗証番号|ドアコード|入館コード|開錠コード|門禁密碼|门禁密码|门锁密码|門鎖密碼|大门密码|开门密码|取件码|現関暗証|도어락 비밀번호|현관 비밀번호|현관 비번|출입문 비밀번호|공동현관 비밀번호|공동현관 비번|공동현관|mã pin|mã cửa|mã mở cửa|mã số cửa|รหัสประตู|รหัสพิน|kode pintu|kode akses|kod pintu|codi de la porta|codi d'accés
    קוד הכניסה|קוד לדלת|קוד לבניין|קוד לאינטרקום|קוד סודי|الرقم السري|رمز الباب|رمز الدخول|کد ورود|رمز در|पिन|दरवाज़े का कोड|پن کوڈ|পিন|கதவு குறியீடு`,
  once: `
    verification code|one time code|one time password|one time passcode|one time pin|security code|login code|log in code|sign in code|authentication code|confirmation code|authorization code|authorisation code|activation code|recovery code|reset code|2fa code|two factor code|sms code|otp_|mtan_|tan_|registration code|backup code|passcode|2fa:
    bestätigungscode|verifizierungscode|sicherheitscode|anmeldecode|einmalcode|einmalpasswort|einmalkennwort|freischaltcode|aktivierungscode|sms code|prüfcode|zwei faktor code|authentifizierungscode|wiederherstellungscode|ersatzcode
    code de vérification|code de confirmation|code de sécurité|code de connexion|code d'authentification|code d’authentification|code d'activation|code d’activation|code à usage unique|code de validation|code de secours|codes de secours|code de récupération|codes de récupération
    código de verificación|código de confirmación|código de seguridad|código de acceso único|código de inicio de sesión|código de activación|código de autenticación|clave de un solo uso|código de verificação|código de confirmação|código de segurança|código de ativação|código de autenticação|código de login|código de recuperación|códigos de recuperación|códigos de respaldo|código de recuperação|códigos de recuperação|códigos de backup
    codici di recupero|codici di backup|codice di recupero|codice di backup|codice di verifica|codice di conferma|codice di sicurezza|codice di accesso|codice otp|codice di attivazione|codice di autenticazione|verificatiecode|bevestigingscode|beveiligingscode|inlogcode|activeringscode|eenmalige code
    verifieringskod|bekräftelsekod|säkerhetskod|engångskod|inloggningskod|aktiveringskod|bekræftelseskode|verifikationskode|engangskode|sikkerhedskode|bekreftelseskode|verifiseringskode|sikkerhetskode|engangskode|vahvistuskoodi|varmennuskoodi|kertakäyttökoodi|turvakoodi|staðfestingarkóð|öryggiskóð|auðkenniskóð
    kod weryfikacyjny|kod potwierdzający|kod bezpieczeństwa|kod autoryzacyjny|kod sms|kod logowania|kod do logowania|kod aktywacyjny|hasło jednorazowe|ověřovací kód|potvrzovací kód|bezpečnostní kód|jednorázový kód|jednorázové heslo|overovací kód|potvrdzovací kód|bezpečnostný kód|potrditvena koda|potrditveno kodo|varnostna koda|verifikacijska koda|enkratna koda
    kod za potvrdu|kontrolni kod|verifikacijski kod|potvrdni kod|sigurnosni kod|kod za verifikaciju|verifikacioni kod|jednokratna lozinka|код за потврду|верификациони код|сигурносни код|код за потвърждение|код за сигурност|код за проверка|еднократен код|код за потврда|код за верификација
    код подтверждения|проверочный код|код для входа|код входа|код безопасности|одноразовый код|одноразовый пароль|код авторизации|код активации|код из смс|код из sms|код підтвердження|код перевірки|одноразовий код|одноразовий пароль|код безпеки|код для входу|код верифікації|код пацвярджэння
    cod de verificare|codul de verificare|cod de confirmare|codul de confirmare|cod de securitate|codul de securitate|codul tău de verificare|ellenőrző kód|megerősítő kód|biztonsági kód|egyszer használatos|hitelesítő kód|aktiváló kód|κωδικός επαλήθευσης|κωδικός επιβεβαίωσης|κωδικός ασφαλείας|κωδικός μιας χρήσης|κωδικός σύνδεσης
    doğrulama kod|onay kod|güvenlik kod|tek kullanımlık|giriş kod|aktivasyon kod|təsdiq kod|doğrulama şifre|растау коды|бір реттік|баталгаажуулах код|tasdiqlash kod|kinnituskood|turvakood|aktiveerimiskood|apstiprinājuma kod|drošības kod|verifikācijas kod|patvirtinimo kod|saugos kod|vienkartinis kod|kodi i verifikimit|kodi i konfirmimit
    codi de verificació|codi de confirmació|codi de seguretat|egiaztapen kode|código de verificación|cod dilysu|cod gwirio|cód fíoraithe|kontrola kodo|verifikasiekode|bevestigingskode
    認証コード|確認コード|認証番号|ワンタイムパスワード|セキュリティコード|検証コード|ログインコード|验证码|驗證碼|校验码|動態密碼|动态密码|确认码|確認碼|安全码|安全碼|激活码|인증번호|인증 번호|인증코드|인증 코드|확인 코드|보안 코드|일회용 비밀번호
    mã xác minh|mã xác nhận|mã xác thực|mã otp|mã bảo mật|mã kích hoạt|รหัสยืนยัน|รหัส otp|รหัสความปลอดภัย|kode verifikasi|kode konfirmasi|kode otp|kode keamanan|kod pengesahan|kod verifikasi|kod keselamatan|kode aktivasi|nambari ya uthibitishaji|msimbo wa uthibitishaji|verification code mo
    קוד האימות|קוד אימות|קוד הזיהוי|קוד חד פעמי|קוד האבטחה|רמז האימות|رمز التحقق|رمز التأكيد|كود التحقق|كود التفعيل|رمز التفعيل|رمز الأمان|کد تأیید|کد تایید|کد ورود|کد فعال سازی|رمز یکبار مصرف|رمز پویا|تصدیقی کوڈ|توثیقی کوڈ
    सत्यापन कोड|ओटीपी|पुष्टिकरण कोड|पडताळणी कोड|সত্যায়ন কোড|যাচাইকরণ কোড|যাচাই কোড|ওটিপি|சரிபார்ப்பு குறியீடு|ధృవీకరణ కోడ్|ચકાસણી કોડ|ಪರಿಶೀಲನಾ ಕೋಡ್|സ്ഥിരീകരണ കോഡ്|ਤਸਦੀਕ ਕੋਡ|प्रमाणिकरण कोड|තහවුරු කිරීමේ කේතය
    დამადასტურებელი კოდ|ვერიფიკაციის კოდ|հաստատման կոդ|លេខកូដផ្ទៀងផ្ទាត់|ລະຫັດຢືນຢັນ|အတည်ပြုကုဒ်|የማረጋገጫ ኮድ`,
};

/** Words of one kind, and the literals of a trigger: those are made when they are asked for, as the built program has them already. */
export class Told {
  /** Finds their beginnings; a short one does not stand in the midst of a word. */
  readonly pattern: RegExp;
  readonly #words: readonly string[];

  constructor(rows: string) {
    this.#words = [...new Set(inRows(rows))].toSorted((a, b) => b.length - a.length);
    this.pattern = new RegExp(this.#words.map(patternOf).join("|"), "gi");
  }

  /** In any case. */
  get ascii(): readonly string[] {
    return [...new Set(this.#spaced.filter(isAscii))];
  }

  get other(): readonly string[] {
    const beyond = this.#spaced.filter((word) => !isAscii(word));
    return utf8Literals(...new Set(beyond.flatMap(inCases).flatMap(withCapitals)));
  }

  get #spaced(): readonly string[] {
    return this.#words
      .map((word) => word.replace("_", ""))
      .flatMap((word) => [" ", "-", "_", ""].map((space) => word.replaceAll(" ", space)));
  }
}

export const told: Readonly<Record<keyof ToldWords, Told>> = {
  passwords: new Told(words.passwords),
  doubtful: new Told(words.doubtful),
  keys: new Told(words.keys),
  english: new Told(words.english),
  englishKeys: new Told(words.englishKeys),
  pins: new Told(words.pins),
  once: new Told(words.once),
};

function patternOf(word: string): string {
  const written = word.replaceAll(" ", String.raw`[\s_-]?`);
  return word.endsWith("_") ? String.raw`(?<![${letters}\d_])${written.slice(0, -1)}(?![${letters}])` : written;
}

/** `API-Schlüssel`, `Clé Wi-Fi`. */
function withCapitals(word: string): string[] {
  const named = word
    .replace(/(?<!\p{L})(?:api|wlan|wpa)(?!\p{L})/u, (name) => name.toUpperCase())
    .replace(/wi(-?)fi/, "Wi$1Fi")
    .replace(/(?<=[ -])schlüssel/, "Schlüssel");
  return named === word
    ? [word]
    : [word, named, named.replaceAll(/(?<=[ -])\p{Ll}/gu, (letter) => letter.toUpperCase())];
}

function isAscii(word: string): boolean {
  return /^[ -~]+$/.test(word);
}
