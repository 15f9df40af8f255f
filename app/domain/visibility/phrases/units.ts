import { type Phrases, patternOf, patternsOf } from "./by-language.ts";

/** What figures count or measure. A year alone, an address or a number of a house is no figure. */
const units: Phrases = {
  en: [
    "percent|per cent|percentage points?",
    "hundred|thousand|million|billion|trillion",
    "tons?|tonnes?|pounds?|ounces?|litres?|liters?|gallons?|miles?|(?:square |cubic )?(?:kilo|centi|milli)?met(?:re|er)s?|hectares?|acres?|degrees?|feet|inches",
    "seconds?|minutes?|hours?|days?|nights?|weeks?|months?|quarters?|years?",
    "euros?|dollars?|cents?|pence|francs?|yen|yuan",
    "people|persons|employees|workers|users|members|customers|clients|patients|students|households|respondents|participants",
    "companies|firms|sites|stores|vehicles|trucks|orders|deliveries|shipments|parcels|pallets|cases|items|units|pages|visits|requests",
    "times|fold",
    "(?:out )?of (?:the )?\\p{N}{1,9}",
  ],
  de: [
    "prozent|prozentpunkten?|promille",
    "tausend|million~|milliarde~|mio\\.?|mrd\\.?|tsd\\.?",
    "tonnen?|kilo|kilogramm|gramm|liter[n]?|(?:kilo|zenti|milli)?metern?|hektar|grad|quadratmetern?|kubikmetern?",
    "sekunden?|minuten?|stunden?|tagen?|tage[sn]?|tag|nächten?|wochen?|monat(?:en?|s)?|quartal(?:en?)?|jahr(?:en?|s)?",
    "euro|dollar|cent|franken",
    "menschen|personen|leuten?|beschäftigten?|mitarbeite~|kund~|nutzer~|haushalte[n]?|befragten?|teilnehme~|patient~|schüler~",
    "firmen|betriebe[n]?|unternehmen|filialen|fahrzeuge[n]?|aufträge[n]?|bestellungen|lieferungen|sendungen|paletten|fälle[n]?|stück",
    "mal|fach",
    "von (?:de[nr] )?\\p{N}{1,9}",
  ],
  fr: [
    "pour ?cent",
    "mille|millions?|milliards?",
    "tonnes?|kilos?|grammes?|litres?|(?:kilo|centi|milli)?mètres?|hectares?|degrés?",
    "secondes?|minutes?|heures?|jours?|nuits?|semaines?|mois|trimestres?|ans?|années?",
    "euros?|dollars?|centimes?|francs?",
    "personnes?|salariés?|clients?|utilisateurs?|ménages?|patients?|élèves?|habitants?|répondants?|employés?",
    "entreprises?|sociétés?|magasins?|véhicules?|camions?|commandes?|livraisons?|envois?|colis|palettes?|cas|unités?",
    "fois",
    "sur \\p{N}{1,9}",
  ],
  es: [
    "por ciento",
    "mil|millones|millón",
    "toneladas?|kilos?|gramos?|litros?|(?:kiló|centí|milí)?metros?|hectáreas?|grados?",
    "segundos?|minutos?|horas?|días?|noches?|semanas?|meses|mes|trimestres?|años?",
    "euros?|dólares|céntimos?|pesos?",
    "personas?|emplead[oa]s?|client[ea]s?|usuari[oa]s?|hogares|pacientes?|habitantes?|encuestad[oa]s?",
    "empresas?|tiendas?|vehículos?|camiones|pedidos?|entregas?|envíos?|paquetes?|casos?|unidades",
    "ve(?:ces|z)",
    "de cada \\p{N}{1,9}",
  ],
  it: [
    "per ?cento",
    "mila|milion[ei]|miliard[oi]",
    "tonnellat[ae]|chil[oi]|gramm[oi]|litr[oi]|(?:chilo|centi|milli)?metr[oi]|ettar[oi]|grad[oi]",
    "second[oi]|minut[oi]|or[ae]|giorn[oi]|nott[ei]|settiman[ae]|mes[ei]|trimestr[ei]|ann[oi]",
    "euro|dollar[oi]|centesim[oi]",
    "person[ae]|dipendent[ei]|client[ei]|utent[ei]|famigli[ae]|pazient[ei]|abitant[ei]|intervistat[ie]",
    "aziend[ae]|impres[ae]|negoz(?:io|i)|veicol[oi]|ordin[ei]|consegn[ae]|spedizion[ei]|pacch?[oi]|cas[oi]|unità",
    "volt[ae]",
    "su \\p{N}{1,9}",
  ],
  nl: [
    "procent|procentpunt",
    "duizend|miljoen|miljard|mln\\.?|mld\\.?",
    "ton|kilo|gram|liter|(?:vierkante |kubieke )?meter|kilometer|millimeter|centimeter|graden?",
    "seconden?|minuten|minuut|uren|uur|dagen|dag|nachten|weken|week|maanden|maand|kwartalen|jaren|jaar",
    "euro|dollar|cent",
    "mensen|personen|medewerkers|werknemers|klanten|gebruikers|huishoudens|patiënten|inwoners|respondenten",
    "bedrijven|winkels|voertuigen|vrachtwagens|bestellingen|leveringen|zendingen|pakketten|gevallen|stuks",
    "keer|maal",
    "van de \\p{N}{1,9}",
  ],
  sv: [
    "procent|procentenheter",
    "tusen|miljon~|miljard~|mn|mdkr|mkr",
    "ton|kilo|gram|liter|meter|kilometer|millimeter|centimeter|(?:kvadrat|kubik)meter|mil|grader",
    "sekund~|minut~|timm~|dag(?:ar|en|arna)?|dygn|nätter|veck~|månad~|kvartal|år",
    "kronor|kr|euro|dollar",
    "personer|människor|anställda|kunder|användare|hushåll|patienter|invånare|svarande",
    "företag|butiker|fordon|lastbilar|beställningar|leveranser|sändningar|paket|fall|stycken|st",
    "gånger",
    "av (?:de )?\\p{N}{1,9}",
  ],
  pl: [
    "procent(?:a|y)?|proc\\.?",
    "tys\\.?|tysi(?:ąc|ące|ęcy)|mln|milion~|mld|miliard~",
    "ton[ay]?|kilogram~|gram~|litr~|(?:kilo|centy|mili)?metr~|hektar~|stop(?:ni|nia|nie)",
    "sekund~|minut~|godzin~|dni|dzień|nocy|tygodn~|miesi~|kwarta~|lat|lata",
    "złotych|zł|euro|dolar~|groszy|grosze",
    "osób|osoby|osoba|pracownik~|klient~|użytkownik~|gospodarstw~|pacjent~|mieszkańc~|respondent~|ankietowan~",
    "firm~|sklep~|pojazd~|ciężarów~|zamówi~|dostaw~|przesył~|paczek|paczki|palet~|przypad~|sztuk~",
    "raz[y]?|krotnie",
    "z(?:e)? \\p{N}{1,9}",
  ],
  pt: [
    "por cento",
    "mil|milh(?:ão|ões)|bilh(?:ão|ões)|mil milhões",
    "toneladas?|quilos?|gramas?|litros?|(?:quil[óô]|cent[íi]|mil[íi])?metros?|hectares?|graus?",
    "segundos?|minutos?|horas?|dias?|noites?|semanas?|meses|mês|trimestres?|anos?",
    "euros?|dólares|cêntimos?|centavos?|reais",
    "pessoas?|funcionári[oa]s?|trabalhador~|clientes?|utilizador~|usuári[oa]s?|famílias|pacientes?|habitantes?|inquiridos?",
    "empresas?|lojas?|veículos?|camiões|caminhões|encomendas?|pedidos?|entregas?|envios?|pacotes?|casos?|unidades",
    "vezes",
    "em cada \\p{N}{1,9}",
  ],
  tr: [
    "yüzde|puan",
    "bin|milyon~|milyar~",
    "ton|kilo|gram|litre|(?:kilo|santi|mili)?metre|hektar|dönüm|derece~",
    "saniye~|dakika~|saat~|gün~|gece|hafta~|ay|aylık|çeyrek|(?<!(?:19|20)\\d\\d\\s?)yıl~",
    "lira~|euro|avro|dolar~|kuruş~",
    "kişi~|çalışan~|müşteri~|kullanıcı~|hane~|hasta~|öğrenci~",
    "şirket~|firma~|mağaza~|araç~|kamyon~|sipariş~|teslimat~|gönderi~|paket~|palet~|adet|vaka~",
    "kez|kat|kere",
  ],
  ru: [
    "процент~",
    "тыс\\.?|тысяч~|млн|миллион~|млрд|миллиард~",
    "тонн~|кг|км|грамм~|килограмм~|литр~|(?:кило|санти|милли)?метр~|гектар~|градус~",
    "секунд~|минут~|час(?:а|ов)?|дн(?:я|ей)|день|недел~|месяц~|лет",
    "рубл~|руб\\.?|евро|доллар~",
    "человек~|сотрудник~|клиент~|компани~|заказ~|случа~|раз(?:а)?",
  ],
  ja: [
    "パーセント|ポイント",
    "[万億兆千百]",
    "トン|キロ|グラム|リットル|(?:セン|ミ)?(?:チ|リ)?メートル|ヘクタール|平方|度|坪",
    "秒|分|時間|(?<!月\\d{1,2})日|晩|週間|か月|ヶ月|カ月|(?<!(?:19|20)\\d\\d\\s?)年",
    "円|ユーロ|ドル",
    "[人名件個台社回本枚箱便軒戸校店棟倍割]",
  ],
  zh: [
    "[个個]?百分点|百分點",
    "[万萬亿億千百]",
    "[吨噸]|公斤|千克|公里|千米|平方米|厘米|毫米|米|公顷|公頃|亩|畝|升|度",
    "秒|分[钟鐘]|小[时時]|天|(?<!月\\d{1,2})日|[晚夜]|[周週]|个月|個月|(?<!(?:19|20)\\d\\d\\s?)年",
    "元|欧元|歐元|美元|人民币|港元",
    "[人名个個件家台辆輛次箱票户戶倍成]",
  ],
  ko: [
    "퍼센트|프로|포인트",
    "[천만억조]",
    "톤|킬로|그램|리터|(?:센티|밀리)?미터|제곱미터|도",
    "초|분|시간|(?<!월\\s?\\d{1,2})일|박|주|개월|(?<!(?:19|20)\\d\\d\\s?)년",
    "원|유로|달러",
    "[명인건개대회곳배장통]|가구|상자|차례",
  ],
  ar: [
    "بالمئة|بالمائة|في المئة|في المائة",
    "ألفا?|آلاف|مليونا?|ملايين|مليارا?|مليارات",
    "طنا?|أطنان|كيلو~|كغ|كجم|كم|غراما?|لترا?|لترات|مترا?|أمتار|درجة|درجات",
    "ثانية|ثوان|دقيقة|دقائق|ساعة|ساعات|يوما?|أيام|أسبوعا?|أسابيع|شهرا?|أشهر|سنة|سنوات|عاما?|أعوام",
    "ريالا?|دراهم|درهما?|دينارا?|جنيها?|يورو|دولارا?",
    "شخصا?|أشخاص|موظفا?|موظفين|عميلا?|عملاء|أسرة|مريضا?|شركة|شركات|شاحنة|شاحنات|شحنة|شحنات|طلبا?|طلبات|حالة|حالات|مرة|مرات",
    "من (?:أصل )?\\p{N}{1,9}",
  ],
};

const afterNumber = patternsOf(units, (list) => {
  const counted = patternOf(list).source;
  // Two Han numerals make a number; one may be part of a word (十分, "enough").
  return new RegExp(
    `(?<=\\p{N}[\\s-]{0,2}|[一二三四五六七八九十百千万萬億亿]{2})(?:${counted.replaceAll("(?<![\\p{L}\\p{M}\\p{N}_])", "")})`,
    "u",
  );
});

/** Signs, abbreviations and currencies that every language writes. */
const signs =
  /(?<=\p{N}\s?)(?:[%٪‰€$£¥₺₩₹]|(?:kg|g|mg|t|km|m|cm|mm|km\/h|kwh|mwh|gwh|kw|mw|l|ml|°c|m²|m2|m3|eur|usd|gbp|chf|jpy|cny|krw|pln|sek|try|brl|sar|aed|zł|h|min|x)(?![\p{L}\p{N}]))|(?:[€$£¥₺₩₹%٪]|(?<!\p{L})(?:eur|usd|gbp|chf|jpy|pln|sek|brl|sar|aed|tl|r\$|yüzde|بنسبة|نسبة))\s?\p{N}|百分之[\p{N}一二三四五六七八九十百]|[一二三四五六七八九]割|[二三四五六七八九]成(?![為为本立])|\p{N}分の\p{N}|\p{N}분의 ?\p{N}|\p{N}分之\p{N}/u;

/** Whether a sentence gives a figure with what it counts. `plain` is its `plainText`. */
export function givesFigure(plain: string, language: string | null): boolean {
  return /[\p{N}一二三四五六七八九十百]/u.test(plain) && (signs.test(plain) || afterNumber(language).test(plain));
}
