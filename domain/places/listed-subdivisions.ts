/**
 * Subdivisions of the countries of which a list of the packs names a part, as `data/geo/iso3166-2.csv` has them; a test
 * compares the two, and the packs.
 */
const rows = `
  UA-05 Vinnytska oblast; UA-07 Volynska oblast; UA-09 Luhanska oblast; UA-12 Dnipropetrovska oblast;
  UA-14 Donetska oblast; UA-18 Zhytomyrska oblast; UA-21 Zakarpatska oblast; UA-23 Zaporizka oblast;
  UA-26 Ivano-Frankivska oblast; UA-30 Kyiv; UA-32 Kyivska oblast; UA-35 Kirovohradska oblast; UA-40 Sevastopol;
  UA-43 Avtonomna Respublika Krym; UA-46 Lvivska oblast; UA-48 Mykolaivska oblast; UA-51 Odeska oblast;
  UA-53 Poltavska oblast; UA-56 Rivnenska oblast; UA-59 Sumska oblast; UA-61 Ternopilska oblast;
  UA-63 Kharkivska oblast; UA-65 Khersonska oblast; UA-68 Khmelnytska oblast; UA-71 Cherkaska oblast;
  UA-74 Chernihivska oblast; UA-77 Chernivetska oblast
`;

/** Code → name. */
export const listedSubdivisionNames: ReadonlyMap<string, string> = new Map(
  rows.split(';').map((row) => {
    const [code = '', ...name] = row.trim().split(' ');
    return [code, name.join(' ')];
  }),
);

/** Code → the country it is part of. */
export const listedSubdivisions: ReadonlyMap<string, string> = new Map(
  [...listedSubdivisionNames.keys()].map((code) => [code, code.slice(0, 2)]),
);
