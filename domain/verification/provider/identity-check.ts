import { z } from 'zod';
import { Party } from '../../identity/party.ts';
import { Material } from '../material.ts';
import { Code, methodCategories, MethodId, methodOutcomes, MethodResult } from '../method-result.ts';

const CheckId = z.string().regex(/^[A-Za-z0-9_-]{1,128}$/, {
  error: 'must be 1 to 128 letters, digits, hyphens and underscores',
});
const line = z.string().min(1).max(128);

/** Only what a check needs goes out: no payment, no accesses, no results of others. */
const AskedParty = Party.pick({
  kind: true,
  name: true,
  otherNames: true,
  birthDate: true,
  citizenships: true,
  organizedUnder: true,
  address: true,
  email: true,
  phone: true,
});
const AskedMaterial = Material.pick({ mrz: true, registration: true, website: true }).extend({
  lei: z.string().max(64).optional(),
});

/** `identity-check.v1`: what an outside provider is asked. Repeated with the same `checkId` it is the same check. */
export const IdentityCheckRequest = z.strictObject({
  v: z.literal(1),
  checkId: CheckId,
  method: MethodId,
  category: z.enum(methodCategories),
  requestedAt: z.iso.datetime(),
  /** Later answers are not waited for. */
  answerWithinSeconds: z.int().min(1).max(60),
  party: AskedParty,
  material: AskedMaterial,
});
export type IdentityCheckRequest = z.infer<typeof IdentityCheckRequest>;

const { facts, discrepancies, evidence } = MethodResult.shape;

/** What it answers. Members that are not known here are dropped: the contract grows by addition. */
export const IdentityCheckAnswer = z.object({
  v: z.literal(1),
  checkId: CheckId,
  /** `test`: nobody real was checked; such an answer verifies nobody. */
  mode: z.enum(['live', 'test']),
  provider: z.object({ name: line, version: line }),
  performedAt: z.iso.datetime(),
  outcome: z.enum(methodOutcomes),
  reasons: z.array(Code).max(40),
  facts,
  discrepancies,
  evidence,
});
export type IdentityCheckAnswer = z.infer<typeof IdentityCheckAnswer>;

type Asked = Omit<IdentityCheckRequest, 'v' | 'party' | 'material'>;

/** The request for one party, with no more of it than the contract has room for. */
export function identityCheckRequest(asked: Asked, party: Party, material: Material): IdentityCheckRequest {
  const { mrz, registration, website, lei } = material;
  return IdentityCheckRequest.parse({
    v: 1,
    ...asked,
    party: z.object(AskedParty.shape).parse(party),
    material: { mrz, registration, website, lei: lei?.code },
  });
}
