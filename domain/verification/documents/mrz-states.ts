/** ISO 3166-1: alpha-2 code and, behind it, alpha-3, of the 249 rows of `data/geo/iso3166-1.csv`; a test compares. */
const pairs = `
  ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE
  BABIH BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS
  BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN
  COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST
  EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF
  GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD
  HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM
  JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA
  LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD
  MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM
  NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG
  PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA
  SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD
  STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON
  TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR
  VNVNM VUVUT WFWLF WSWSM YEYEM YTMYT ZAZAF ZMZMB ZWZWE
`;

const byAlpha3: ReadonlyMap<string, string> = new Map(
  pairs
    .trim()
    .split(/\s+/)
    .map((pair) => [pair.slice(2), pair.slice(0, 2)]),
);

/**
 * What ICAO Doc 9303-3, section 5, has beside or instead of ISO codes. `country`: where the code tells it. The
 * passports of British persons who are not citizens tell the issuer and no nationality that ISO knows.
 */
const special: ReadonlyMap<string, MrzState> = new Map(
  Object.entries({
    D: { kind: 'state', country: 'DE' },
    RKS: { kind: 'state', country: null },
    GBD: { kind: 'britishNotCitizen', country: null },
    GBN: { kind: 'britishNotCitizen', country: null },
    GBO: { kind: 'britishNotCitizen', country: null },
    GBP: { kind: 'britishNotCitizen', country: null },
    GBS: { kind: 'britishNotCitizen', country: null },
    XXA: { kind: 'noNationality', country: null },
    XXB: { kind: 'noNationality', country: null },
    XXC: { kind: 'noNationality', country: null },
    XXX: { kind: 'noNationality', country: null },
    UTO: { kind: 'specimen', country: null },
    ...Object.fromEntries(
      'EUE IAO UNA UNK UNO XBA XCC XCE XCO XDC XEC XES XIM XMP XOM XPO'
        .split(' ')
        .map((code) => [code, { kind: 'organisation', country: null }]),
    ),
  } satisfies Record<string, MrzState>),
);

export interface MrzState {
  readonly kind: 'state' | 'organisation' | 'noNationality' | 'britishNotCitizen' | 'specimen';
  /** ISO 3166-1 alpha-2; `null` where the code names no country of ISO's. */
  readonly country: string | null;
}

/** Who stands behind a code of the zone, without its fillers. `null`: nobody that we know. DEU is D there. */
export function mrzStateOf(code: string): MrzState | null {
  const country = code === 'DEU' ? undefined : byAlpha3.get(code);
  return country === undefined ? (special.get(code) ?? null) : { kind: 'state', country };
}
