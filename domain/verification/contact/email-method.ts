import type { Party } from '../../identity/party.ts';
import { personal } from '../method-result.ts';
import { notPerformed, resultOf, type VerificationMethod } from '../verification-method.ts';
import { domainOf, isSameDomain, mailDomainKind, type MailDomains } from './mail-domains.ts';

const head = { id: 'email-domain', version: 'email-1', category: 'nonDocumentary' } as const;

/** Whether a company writes from a domain of its own (VER-02). Of an individual an address tells nothing. */
export function emailMethod(lists: MailDomains): VerificationMethod {
  return {
    ...head,
    check({ party, material: { website } }) {
      if (party.email === undefined) return notPerformed(head, 'statedEmailMissing');
      const domain = domainOf(party.email);
      if (domain === null) return resultOf(head, 'failed', { reasons: ['emailDomainMalformed'] });
      const facts = [{ code: 'emailDomain', value: personal(domain) }];
      const told = (outcome: 'failed' | 'inconclusive', reason: string) =>
        resultOf(head, outcome, { reasons: [reason], facts });
      const kind = mailDomainKind(domain, lists);
      if (kind === 'disposable') return told('failed', 'emailDisposable');
      if (party.kind === 'individual') return told('inconclusive', 'emailTellsNothingOfIndividuals');
      if (kind === 'free') return told('inconclusive', 'emailFree');
      const site = website === undefined ? null : domainOf(website);
      // A domain is bought in a minute: its likeness to the company's name is a hint and no proof.
      if (site === null)
        return told('inconclusive', spellsName(party, domain) ? 'emailSpellsName' : 'websiteMissing');
      if (isSameDomain(domain, site)) return resultOf(head, 'passed', { facts });
      const sides = { stated: personal(site), found: personal(domain) };
      const discrepancies = [{ code: 'emailDomainDiffers', field: 'email', ...sides }];
      return resultOf(head, 'inconclusive', { reasons: ['emailDomainDiffers'], facts, discrepancies });
    },
  };
}

function spellsName({ name = '', otherNames = [] }: Party, domain: string): boolean {
  const label = domain.split('.')[0]?.replaceAll('-', '') ?? '';
  const spelt = [name, ...otherNames].map((each) => each.toLowerCase().replaceAll(/[^\p{L}\d]/gu, ''));
  return label.length >= shortestLabel && spelt.some((each) => each.startsWith(label));
}

/** Shorter ones begin too many names. */
const shortestLabel = 4;
