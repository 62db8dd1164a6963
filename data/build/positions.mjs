// A point and an honest error radius for every commune, also for those whose seat no source gives.
const earthRadius = 6371008.8;                       // metres, the mean radius of the IUGG
const radians = degrees => degrees * Math.PI / 180;

// The radius of a disc of the mean metropolitan commune's area, 15.8 km²: an address is about so far from the seat.
const communeRadius = 2300;

// GeoNames puts these far from the other communes of their postal code: the point is another place's, or mistyped.
const misplaced = ['23257', '38363', '40271', '43096', '47099', '62869', '71588', '76486'];
const widestPostalCode = 26000;                      // metres from a commune to the next of its postal code, mainland

export function distance(a, b) {
  const h = Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  return 2 * earthRadius * Math.asin(Math.sqrt(h));
}

function mean(points) {
  const average = pick => points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  return { lat: average(point => point.lat), lon: average(point => point.lon) };
}

function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}

// The ways to place a commune by its neighbours, nearest in kind first, and the groups it then belongs to.
const ways = [
  ['postal_mean', commune => commune.postalCodes],
  ['epci_mean', commune => (commune.epci ? [commune.epci] : [])],
  ['department_mean', commune => [commune.department]],
];

function groupLocated(communes, points, groupsOf) {
  const groups = new Map();
  for (const commune of communes.filter(({ insee }) => points.has(insee)))
    for (const group of groupsOf(commune)) groups.set(group, [...(groups.get(group) ?? []), commune.insee]);
  return groups;
}

function neighbours(commune, groups, groupsOf, points) {
  const codes = new Set(groupsOf(commune).flatMap(group => groups.get(group) ?? []));
  codes.delete(commune.insee);
  return [...codes].sort().map(insee => points.get(insee));
}

// One of the ways, made ready: answers for a commune the mean of its located neighbours (never itself) and an error
// radius. The radius covers the farthest neighbour, and what was measured by leaving one out: how far the mean of so
// many neighbours falls from the seat, for 90 % of the located communes under 1 000 inhabitants, the nearest in kind
// to those that are not located.
function estimator(communes, points, groupsOf) {
  const groups = groupLocated(communes, points, groupsOf);
  const guess = commune => {
    const others = neighbours(commune, groups, groupsOf, points);
    return others.length === 0 ? undefined : { ...mean(others), others, class: Math.min(others.length, 8) };
  };
  const errors = new Map();
  for (const commune of smallLocated(communes, points)) {
    const place = guess(commune);
    if (!place) continue;
    const error = distance(points.get(commune.insee), place);
    errors.set(place.class, [...(errors.get(place.class) ?? []), error]);
  }
  const usualError = new Map([...errors].map(([count, distances]) => [count, quantile(distances, 0.9)]));
  return commune => {
    const place = guess(commune);
    if (!place) return undefined;
    const farthest = Math.max(...place.others.map(other => distance(place, other)));
    const radius = Math.max(farthest, usualError.get(place.class) ?? 0, communeRadius);
    return { lat: place.lat, lon: place.lon, radius };
  };
}

function smallLocated(communes, points) {
  return communes.filter(({ insee, population }) => points.has(insee) && population < 1000);
}

function checkNeighbourhood(communes, points) {
  const groupsOf = commune => (commune.zone === 'metro' ? commune.postalCodes : []);
  const groups = groupLocated(communes, points, groupsOf);
  for (const commune of communes.filter(({ insee }) => points.has(insee))) {
    const point = points.get(commune.insee);
    const others = neighbours(commune, groups, groupsOf, points);
    if (others.length > 0 && Math.min(...others.map(other => distance(point, other))) > widestPostalCode)
      throw new Error(`${commune.insee} ${commune.name} is far from its postal code's communes: see misplaced`);
  }
}

// INSEE code -> { lat, lon, method, radius } for every commune, from GeoNames' points and those of seats.tsv.
export function placeAll(communes, found, entered) {
  const points = new Map([...found, ...entered]);
  for (const insee of misplaced) points.delete(insee);
  checkNeighbourhood(communes, points);

  const placed = new Map();
  for (const [insee, point] of points)
    placed.set(insee, { ...point, method: 'located', radius: point.radius ?? communeRadius });
  for (const [method, groupsOf] of ways) {
    const estimate = estimator(communes, points, groupsOf);
    for (const commune of communes.filter(({ insee }) => !placed.has(insee))) {
      const place = estimate(commune);
      if (place) placed.set(commune.insee, { ...place, method });
    }
  }
  return placed;
}

// The figures of data/README.md: for the located communes under 1 000 inhabitants, how far each way would put them from
// their seat, and the share that would fall inside the radius it gives.
export function measure(communes, points) {
  return ways.map(([method, groupsOf]) => {
    const estimate = estimator(communes, points, groupsOf);
    const cases = smallLocated(communes, points).flatMap(commune => {
      const place = estimate(commune);
      return place ? [{ error: distance(points.get(commune.insee), place), radius: place.radius }] : [];
    });
    const errors = cases.map(({ error }) => error);
    return {
      method, cases: cases.length, median: Math.round(quantile(errors, 0.5)), p90: Math.round(quantile(errors, 0.9)),
      inside: cases.filter(({ error, radius }) => error <= radius).length / cases.length,
    };
  });
}
