// The communes of France as INSEE, La Poste and the DGCL list them (package @etalab/decoupage-administratif).
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

// communes: today's communes and municipal districts that have a postal code, each with its department and EPCI;
//   Paris, Lyon and Marseille are left to their districts, which bear the city's population for the order of searches.
// nowPartOf: older INSEE code -> code of the commune that holds it today.
export function readCommunes() {
  const all = require('@etalab/decoupage-administratif/data/communes.json');
  const epciOf = new Map();
  for (const epci of require('@etalab/decoupage-administratif/data/epci.json'))
    for (const member of epci.membres) epciOf.set(member.code, epci.code);

  const byCode = new Map(all.filter(entry => entry.type === 'commune-actuelle').map(entry => [entry.code, entry]));
  const divided = new Set(all.filter(entry => entry.type === 'arrondissement-municipal').map(entry => entry.commune));
  const nowPartOf = new Map();
  const communes = [];
  for (const entry of all) {
    if (entry.chefLieu && entry.chefLieu !== entry.code) nowPartOf.set(entry.code, entry.chefLieu);
    for (const old of entry.anciensCodes ?? []) nowPartOf.set(old, entry.code);

    const whole = entry.type === 'commune-actuelle' && !divided.has(entry.code);
    const district = entry.type === 'arrondissement-municipal';
    if (!(whole || district) || !entry.codesPostaux) continue;
    const city = byCode.get(entry.commune ?? entry.code);
    communes.push({
      insee: entry.code, name: entry.nom, postalCodes: entry.codesPostaux, department: entry.departement,
      epci: epciOf.get(city.code) ?? '', zone: entry.zone, population: entry.population ?? 0,
      cityPopulation: city.population ?? 0,
    });
  }
  return { communes, nowPartOf };
}
