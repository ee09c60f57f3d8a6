import { Beginnings } from "./beginnings.ts";

/** Behind one stands nothing but the address, whatever streets are called there. */
const names = `
  home_address|residential_address|address_of_residence|my_address|her_address_is|his_address_is|their_address_is|adr;type=home|adr;home
  privatadresse|privatanschrift|wohnadresse|wohnanschrift|meldeadresse|heimatadresse|meine_adresse|meine_anschrift|meiner_adresse|meiner_anschrift
  adresse_personnelle|adresse_du_domicile|mon_adresse|domicilio_particular|dirección_particular|mi_dirección|mi_domicilio|mi_direccion|endereço_residencial|meu_endereço|minha_morada
  indirizzo_di_casa|indirizzo_di_residenza|il_mio_indirizzo|woonadres|thuisadres|mijn_adres|privéadres|adres_zamieszkania|adres_domowy|adres_zameldowania|mój_adres
  adresa_bydliště|bydliště|bydlisko|adresa_bydliska|moje_adresa|lakcím|otthoni_cím|adresa_de_domiciliu|adresa_mea|ev_adres|ikametgah|adresim|hemadress|bostadsadress|min_adress|hjemmeadresse|hjemadresse|bopæl|min_adresse|kotiosoit|osoitteeni
  домашний_адрес|домашняя_адрес|адрес_проживания|адрес_регистрации|место_жительства|мой_адрес|домашня_адреса|адреса_проживання|моя_адреса|διεύθυνση_κατοικίας|διεύθυνση_σπιτιού
  عنوان_المنزل|عنوان_البيت|عنوان_السكن|آدرس_منزل|آدرس_خانه|כתובת_מגורים|כתובת_הבית|הכתובת_שלי|घर_का_पता|मेरा_पता
  家庭住址|家庭地址|居住地址|住址|家住|我家地址|自宅住所|自宅の住所|現住所|私の住所|집주소|집_주소|자택_주소|địa_chỉ_nhà|địa_chỉ_thường_trú|alamat_rumah|alamat_tinggal|alamat_saya|ที่อยู่บ้าน`;

/** Behind one stands an address, or what else a home is said to be near. */
const sayings = `
  lives_at|lives_in|lives_on|i_live|we_live|they_live|you_live|who_live|parents_live|grandparents_live|family_live|children_live|kids_live|friends_live|folks_live|both_live|all_live|still_live|now_live|living_at|living_in|living_on|resides_at|resides_in|residing_at|residing_in|reside_at|my_house|her_house|his_house|their_house|our_house|my_home|her_home|his_home|their_home|our_home|my_flat|her_flat|his_flat|my_apartment|her_apartment|his_apartment|my_place|my_new_place|her_place|his_place|i_moved|she_moved|he_moved|i'm_moving|i_am_moving
  wohnt|wohne_|wohnen_|wohnhaft|zuhause_in|habite|habitons|demeurant|domicilié|réside|vive_en|vivo_en|vivimos_en|viven_en|reside_en|residente_en|domiciliad|mora_na|mora_no|moro_na|moro_no|moram_na|moramos|vive_na|reside_na|residente_na
  abita_in|abita_a_|abito_in|abitiamo|abitano|vive_in|vivo_in|residente_in|residente_a_|risiede|woont|woon_in|woon_op|woon_aan|wonen_in|wonen_op|woonachtig|mieszka|zamieszkał|bydlí|bytem|býva|lakik|lakom|lakunk|laknak|locuie|domiciliat|bor_på|bor_i_|asuu|asun_|asumme
  живёт|живет|живу_|живём|живем|живут|прожива|прописан|мешка|живе_|живемо|κατοικ|μένει|μένω|يسكن|أسكن|نسكن|تسكن|ساكن|גר_|גרה_|גרים_|מתגורר|रहता|रहती|रहते
  住在|家在|居住于|居住在|自宅は|私の家|自宅：|우리집|우리_집|sống_tại|sống_ở|ở_số|tinggal_di|oturuyor|ikamet|พักอยู่|อาศัยอยู่`;

/** In front of one stands the address. */
const endings = `
  に住|在住|が自宅|에_살|에_거주|에_산다|oturuy|ikamet_ed|yaşıyor|yaşıyoruz|lakik|lakom|lakunk|laknak|में_रह|पर_रह|wohne|wohnt|wohnhaft|is_my_home|is_where_i_live|is_where_she_lives|is_where_he_lives|is_where_we_live|is_where_they_live|is_my_address|is_her_address|is_his_address|is_their_address`;

/** In a text before an address. */
export const saidBefore: Beginnings = new Beginnings(names, sayings);
/** And what says so of whatever is written behind it. */
export const saidOfValue: Beginnings = new Beginnings(names);
/** In a text behind one. */
export const saidBehind: Beginnings = new Beginnings(endings);
