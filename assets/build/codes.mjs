// Names and ISO 3166-1 codes of countries, and how Natural Earth's own units are assigned to them.
import countries from 'i18n-iso-countries';

/**
 * Units that Natural Earth draws apart but that are, by resolutions of the UN General Assembly or Security
 * Council or by plain ownership, part of a state with an ISO code. Crimea is not here: it has no unit of its own
 * in Natural Earth and is found by place (see countries.mjs).
 */
const ASSIGNED = {
  'N. Cyprus': 'CY',
  'Northern Cyprus': 'CY',
  'Cyprus U.N. Buffer Zone': 'CY',
  Somaliland: 'SO',
  Baikonur: 'KZ',
  'Baykonur Cosmodrome': 'KZ',
  'USNB Guantanamo Bay': 'CU',
  'US Naval Base Guantanamo Bay': 'CU',
  Dhekelia: 'GB',
  'Dhekelia Sovereign Base Area': 'GB',
  Akrotiri: 'GB',
  'Akrotiri Sovereign Base Area': 'GB',
  'Indian Ocean Ter.': 'AU',
  'Indian Ocean Territories': 'AU',
  'Coral Sea Is.': 'AU',
  'Clipperton I.': 'FR',
  'Clipperton Island': 'FR',
  Kosovo: 'XK',
};

/** Units inside whose line to their own state is a line of control. */
export const CONTROL_UNITS = new Set(['N. Cyprus', 'Cyprus U.N. Buffer Zone', 'Somaliland']);

/** Pairs whose common line, or a good part of it, is in dispute (or is an armistice line). */
const DISPUTED = new Set([
  'BT CN', 'CN IN', 'CN PK', 'EH MA', 'EH MR', 'EH DZ', 'IL PS', 'IL SY', 'IL LB', 'IN PK', 'RS XK', 'SD SS',
  'EG SD', 'KE SS', 'KP KR', 'CY GB',
].map((pair) => pair.split(' ').sort().join(' ')));

/** '' when no state is assigned (Siachen Glacier, Spratly Islands...). */
export function codeOf(id, name) {
  if (id) {
    const code = countries.numericToAlpha2(id);
    if (code) return code;
  }
  return ASSIGNED[name] ?? '';
}

export function isDisputed(a, b) {
  return a === '' || b === '' || DISPUTED.has([a, b].sort().join(' '));
}

export const fromAlpha3 = (code) => (code === 'XKX' ? 'XK' : countries.alpha3ToAlpha2(code) ?? '');

export const alpha3 = (code) => (code === 'XK' ? 'XKX' : countries.alpha2ToAlpha3(code) ?? '');

const SHORT = {
  AE: 'United Arab Emirates', BA: 'Bosnia and Herzegovina', BN: 'Brunei', BO: 'Bolivia', BQ: 'Caribbean Netherlands',
  CD: 'DR Congo', CG: 'Congo', CI: "Côte d'Ivoire", CN: 'China', CZ: 'Czechia', FK: 'Falkland Islands', FM: 'Micronesia',
  GB: 'United Kingdom', GM: 'Gambia', IR: 'Iran', KP: 'North Korea', KR: 'South Korea', LA: 'Laos', MD: 'Moldova',
  MK: 'North Macedonia', PS: 'Palestine', RU: 'Russia', SY: 'Syria', SZ: 'Eswatini', TR: 'Türkiye', TW: 'Taiwan',
  TZ: 'Tanzania', US: 'United States', VA: 'Vatican City', VE: 'Venezuela', VG: 'British Virgin Islands',
  VI: 'US Virgin Islands', VN: 'Vietnam', XK: 'Kosovo', BS: 'Bahamas', MO: 'Macao', HK: 'Hong Kong',
};

export const nameOf = (code) => SHORT[code] ?? countries.getName(code, 'en') ?? '';

const EXTRA = {
  AE: ['UAE', 'Emirates'],
  BY: ['Belorussia', 'Byelorussia', 'White Russia', 'Белоруссия', 'Білорусія'],
  CD: ['Congo-Kinshasa', 'Democratic Republic of Congo', 'DRC', 'Zaire'],
  CG: ['Congo-Brazzaville', 'Republic of Congo'],
  CI: ['Ivory Coast'],
  CN: ['PRC', "People's Republic of China", 'КНР'],
  CV: ['Cape Verde'],
  CZ: ['Czech Republic', 'Чехия', 'Чехія'],
  DE: ['Federal Republic of Germany', 'FRG'],
  GB: ['UK', 'Britain', 'Great Britain', 'England', 'Великобритания', 'Велика Британія', 'Вялікабрытанія', 'Англия', 'Англія'],
  GE: ['Sakartvelo'],
  IR: ['Islamic Republic of Iran', 'Иран', 'Іран'],
  KP: ['DPRK', 'КНДР', 'Северная Корея', 'Північна Корея'],
  KR: ['Republic of Korea', 'ROK', 'Южная Корея', 'Південна Корея'],
  MD: ['Moldavia', 'Молдавия', 'Молдова'],
  MK: ['Macedonia', 'FYROM'],
  MM: ['Burma'],
  NL: ['Holland', 'Голландия', 'Голландія'],
  RU: ['Russian Federation', 'RF', 'РФ', 'Россия', 'Росія', 'Расія'],
  SY: ['Syrian Arab Republic', 'Сирия', 'Сирія'],
  SZ: ['Swaziland'],
  TL: ['East Timor'],
  TR: ['Turkey', 'Turkiye', 'Турция', 'Туреччина', 'Турцыя'],
  UA: ['the Ukraine', 'Украина', 'Україна', 'Украіна'],
  US: ['USA', 'US', 'America', 'United States of America', 'США', 'ЗША'],
  VA: ['Holy See'],
  XK: ['Косово', 'Косава', 'Kosova'],
};

/** Other names by which a country is written, English and Cyrillic first; without repeats. */
export function otherNames(code, more) {
  const names = new Set(EXTRA[code] ?? []);
  for (const language of ['en', 'uk', 'be', 'ru', 'pl', 'de', 'fr', 'es']) {
    if (code === 'XK') continue;
    for (const name of [countries.getName(code, language, { select: 'all' })].flat()) if (name) names.add(name);
  }
  for (const name of more) if (name) names.add(name);
  names.delete(nameOf(code));
  return [...names].map((name) => name.replace(/[\t|]/g, ' '));
}

export const allCodes = () => [...Object.keys(countries.getAlpha2Codes()), 'XK'].sort();
