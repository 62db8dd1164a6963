// Writes data/communes.tsv from the pinned npm packages and seats.tsv, and prints the coverage for data/README.md.
//   node data/build/communes.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { readCommunes } from './insee.mjs';
import { locate } from './geonames.mjs';
import { measure, placeAll } from './positions.mjs';

const columns = ['postal_code', 'insee', 'name', 'department', 'epci', 'city_population', 'lat_e6', 'lon_e6', 'method',
  'error_radius_m'];

function readSeats() {
  const [, ...lines] = readFileSync(new URL('seats.tsv', import.meta.url), 'utf8').trimEnd().split('\n');
  return new Map(lines.map(line => {
    const [insee, , lat, lon, radius] = line.split('\t');
    return [insee, { lat: Number(lat), lon: Number(lon), radius: Number(radius) }];
  }));
}

const { communes, nowPartOf } = readCommunes();
const placed = placeAll(communes, locate({ communes, nowPartOf }), readSeats());

const e6 = degrees => Math.round(degrees * 1e6);
const rows = communes.flatMap(commune => {
  const { lat, lon, method, radius } = placed.get(commune.insee);
  const { insee, name, department, epci, cityPopulation } = commune;
  const position = [e6(lat), e6(lon), method, Math.ceil(radius / 100) * 100];
  return commune.postalCodes.map(code => [code, insee, name, department, epci, cityPopulation, ...position]);
});
rows.sort(([codeA, inseeA], [codeB, inseeB]) => (codeA + inseeA < codeB + inseeB ? -1 : 1));
const lines = [columns, ...rows].map(row => row.join('\t') + '\n');
writeFileSync(new URL('../communes.tsv', import.meta.url), lines.join(''));

const postalCodes = new Set(rows.map(([postalCode]) => postalCode));
console.log(`${rows.length} rows, ${communes.length} communes, ${postalCodes.size} postal codes`);
for (const method of ['located', 'postal_mean', 'epci_mean', 'department_mean']) {
  const radii = communes.map(({ insee }) => placed.get(insee)).filter(place => place.method === method)
    .map(({ radius }) => radius).sort((a, b) => a - b);
  const people = communes.filter(({ insee }) => placed.get(insee).method === method)
    .reduce((sum, { population }) => sum + population, 0);
  console.log(method, radii.length, 'communes', people, 'inhabitants; median radius', radii[radii.length >> 1]);
}
const located = new Map([...placed].filter(([, { method }]) => method === 'located'));
for (const figures of measure(communes, located)) console.log(figures);
