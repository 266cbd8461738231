/** Code of each subdivision → the country or subdivision it is part of: `UA-43` → `UA`, `FR-69` → `FR-ARA`. */
export type Subdivisions = ReadonlyMap<string, string>;

/** Reads `data/geo/iso3166-2.csv`: a row of titles, then code, parent and name. Only names may hold commas. */
export function readSubdivisions(csv: string): Subdivisions {
  const rows = csv.trim().split('\n').slice(1);
  return new Map(
    rows.map((row) => {
      const [code = '', parent = ''] = row.split(',');
      return [code, parent] as const;
    }),
  );
}
