/**
 * Places as OFAC's files spell them, with their ISO 3166-1 alpha-2 codes: `code spelling | spelling; code spelling`.
 * The spellings are those of the publications of 2021 to 2025; the last lines are countries that none of them names.
 * Regions that are no country's alone are left out. XK is no ISO code: the European Union's, for Kosovo.
 */
const spellings = `
  AE United Arab Emirates | UAE; AF Afghanistan; AG Antigua and Barbuda; AL Albania; AM Armenia; AO Angola;
  AR Argentina; AT Austria; AU Australia; AW Aruba; AZ Azerbaijan;
  BA Bosnia and Herzegovina | Bosnia-Herzegovina; BB Barbados; BD Bangladesh; BE Belgium; BF Burkina Faso;
  BG Bulgaria; BH Bahrain; BI Burundi; BJ Benin; BM Bermuda; BN Brunei; BO Bolivia; BR Brazil;
  BS Bahamas | Bahamas, The; BY Belarus; BZ Belize; CA Canada;
  CD Congo, Democratic Republic of the | DRC | Democratic Republic of the Congo;
  CF Central African Republic; CG Congo, Republic of the; CH Switzerland; CI Cote d Ivoire | Cote d'Ivoire | Ivory Coast;
  CK Cook Islands; CL Chile; CM Cameroon; CN China | PRC; CO Colombia; CR Costa Rica; CU Cuba;
  CV Cabo Verde | Cape Verde; CY Cyprus; CZ Czech Republic | Czechia; DE Germany; DJ Djibouti; DK Denmark;
  DM Dominica; DO Dominican Republic; DZ Algeria; EC Ecuador; EE Estonia; EG Egypt; EH Western Sahara;
  ER Eritrea; ES Spain; ET Ethiopia; FI Finland; FM Micronesia; FR France; GA Gabon;
  GB England | UK | United Kingdom; GE Georgia; GG Guernsey; GH Ghana; GI Gibraltar;
  GM Gambia, The | The Gambia | Gambia; GN Guinea; GQ Equatorial Guinea; GR Greece; GT Guatemala; GW Guinea-Bissau;
  GY Guyana; HK Hong Kong; HN Honduras; HR Croatia; HT Haiti; HU Hungary; ID Indonesia; IE Ireland;
  IL Israel; IM Man, Isle of; IN India; IQ Iraq; IR Iran; IS Iceland; IT Italy; JE Jersey; JM Jamaica;
  JO Jordan; JP Japan; KE Kenya; KG Kyrgyzstan; KH Cambodia; KI Kiribati; KM Comoros;
  KN Saint Kitts and Nevis | St Kitts and Nevis | St. Kitts and Nevis | St. Kitts & Nevis; KP Korea, North | North Korea | Democratic People's Republic of Korea;
  KR Korea, South | South Korea; KW Kuwait; KY Cayman Islands; KZ Kazakhstan; LA Laos; LB Lebanon;
  LI Liechtenstein; LK Sri Lanka; LR Liberia; LT Lithuania; LU Luxembourg; LV Latvia; LY Libya; MA Morocco;
  MC Monaco; MD Moldova; ME Montenegro; MH Marshall Islands;
  MK Macedonia | Macedonia, The Former Yugoslav Republic of | North Macedonia | North Macedonia, The Republic of;
  ML Mali | Region: Northern Mali; MM Burma | Myanmar; MN Mongolia; MO Macau; MR Mauritania; MT Malta; MU Mauritius;
  MV Maldives; MX Mexico; MY Malaysia; MZ Mozambique; NA Namibia; NE Niger; NG Nigeria; NI Nicaragua;
  NL Netherlands; NO Norway; NZ New Zealand; OM Oman; PA Panama; PE Peru; PH Philippines | the Philippines;
  PK Pakistan; PL Poland;
  PS Gaza | Gaza Strip | Palestinian | Palestinian Territories | Region: Gaza | Region: North Gaza | Region: Northern Gaza | Region: West Bank | West Bank;
  PT Portugal; PW Palau; PY Paraguay; QA Qatar; RO Romania; RS Serbia;
  RU Region: Russia | Russia | Russian Federation; RW Rwanda; SA Saudi Arabia; SC Seychelles; SD Sudan;
  SE Sweden; SG Singapore; SI Slovenia; SK Slovakia; SL Sierra Leone; SM San Marino; SN Senegal;
  SO Somalia; SR Suriname; SS South Sudan; ST Sao Tome and Principe; SV El Salvador; SY Syria;
  SZ Swaziland | Eswatini; TD Chad; TG Togo; TH Thailand; TJ Tajikistan; TM Turkmenistan; TN Tunisia; TR Turkey | Turkiye;
  TT Trinidad and Tobago; TV Tuvalu; TW Taiwan; TZ Tanzania; UA Region: Crimea | Ukraine; UG Uganda;
  US USA | United States; UY Uruguay; UZ Uzbekistan; VC Saint Vincent and the Grenadines | St. Vincent and the Grenadines; VE Venezuela;
  VG Virgin Islands, British | British Virgin Islands; VI Virgin Islands, U.S.; VN Vietnam; VU Vanuatu; WS Samoa; YE Yemen;
  ZA South Africa; ZM Zambia; ZW Zimbabwe; XK Kosovo;
  AD Andorra; AI Anguilla; AQ Antarctica; AS American Samoa; AX Aland Islands; BL Saint Barthelemy; BQ Bonaire;
  BT Bhutan; BV Bouvet Island; BW Botswana; CC Cocos Islands; CW Curacao; CX Christmas Island; FJ Fiji;
  FK Falkland Islands; FO Faroe Islands; GD Grenada; GF French Guiana; GL Greenland; GP Guadeloupe;
  GS South Georgia and the South Sandwich Islands; GU Guam; HM Heard Island and McDonald Islands;
  IO British Indian Ocean Territory; LC Saint Lucia; LS Lesotho; MF Saint Martin; MG Madagascar;
  MP Northern Mariana Islands; MQ Martinique; MS Montserrat; MW Malawi; NC New Caledonia; NF Norfolk Island;
  NP Nepal; NR Nauru; NU Niue; PF French Polynesia; PG Papua New Guinea; PM Saint Pierre and Miquelon;
  PN Pitcairn; PR Puerto Rico; RE Reunion; SB Solomon Islands; SH Saint Helena; SJ Svalbard and Jan Mayen;
  SX Sint Maarten; TC Turks and Caicos Islands; TF French Southern Territories; TK Tokelau;
  TL Timor-Leste | East Timor; TO Tonga; UM United States Minor Outlying Islands; VA Holy See | Vatican City;
  WF Wallis and Futuna; YT Mayotte;
`;

const codeBySpelling: ReadonlyMap<string, string> = new Map(
  spellings
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .flatMap((item) =>
      item
        .slice(3)
        .split(' | ')
        .map((spelling) => [spelling.toLowerCase(), item.slice(0, 2)] as const),
    ),
);

const codes: ReadonlySet<string> = new Set(codeBySpelling.values());

/** Whether a list that writes codes means a country by this one; `NM` of the Denied Persons List is New Mexico. */
export function isCountryCode(text: string): boolean {
  return codes.has(text);
}

/** ISO 3166-1 alpha-2, or `null` when the spelling names no country that we know. */
export function countryCodeOf(spelling: string): string | null {
  return codeBySpelling.get(spelling.trim().toLowerCase()) ?? null;
}
