import { expect, it } from 'vitest';
import { controlRights } from '../../../domain/accounts/control-rights.ts';

it('the rights of an owner are codes of the standard, and whatever else was written is one unknown right', () => {
  const control = ['trustee', 'the brother of somebody', 'trustee', 'board'];
  expect(controlRights({ ownership: { control } })).toEqual(['trustee', 'unknownInterest']);
  expect(controlRights({})).toEqual([]);
});
