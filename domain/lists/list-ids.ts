/** The lists we read, by the name that results, policies and audit entries call them. */
export const listTitles = {
  'ofac-sdn': 'OFAC Specially Designated Nationals and Blocked Persons',
  'ofac-cons': 'OFAC Consolidated Sanctions (lists other than SDN)',
  'bis-entity': 'BIS Entity List',
  'bis-meu': 'BIS Military End User List',
  'bis-unverified': 'BIS Unverified List',
  'bis-dpl': 'BIS Denied Persons List',
  'state-debarred': 'State Department, AECA Debarred',
  'state-isn': 'State Department, Nonproliferation Sanctions',
  own: "The provider's own list",
} as const;

export type ListId = keyof typeof listTitles;
