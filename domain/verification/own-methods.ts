import type { VerificationTerms } from '../policy/verification-terms.ts';
import type { CompareNames } from './compare-names.ts';
import { contactChallengeMethod } from './contact/contact-challenge-method.ts';
import { emailMethod } from './contact/email-method.ts';
import type { MailDomains } from './contact/mail-domains.ts';
import { phoneMethod } from './contact/phone-method.ts';
import { mrzMethod } from './documents/mrz-method.ts';
import { ipCountryMethod } from './network/ip-country-method.ts';
import { paymentMethod } from './payment/payment-method.ts';
import { companyRegistrationMethod } from './registration/company-registration-method.ts';
import { leiMethod } from './registration/lei-method.ts';
import { signatoriesMethod } from './signatories/signatories-method.ts';
import type { VerificationMethod } from './verification-method.ts';

export interface OwnMethodsNeed {
  readonly terms: VerificationTerms;
  readonly likeness: CompareNames;
  readonly mailDomains: MailDomains;
}

/** Every method that needs no outside provider. Ids of the policy that are not among them are asked for outside. */
export function ownMethods({ terms, likeness, mailDomains }: OwnMethodsNeed): VerificationMethod[] {
  return [
    mrzMethod(likeness),
    companyRegistrationMethod(likeness, terms.registerExtractAtMostDays),
    leiMethod(likeness, terms.leiPublicationAtMostDays),
    contactChallengeMethod,
    emailMethod(mailDomains),
    phoneMethod,
    paymentMethod,
    ipCountryMethod(terms.accesses),
    signatoriesMethod,
  ];
}
