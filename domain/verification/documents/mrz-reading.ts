import type { MrzFormat } from './mrz-layout.ts';

export interface MrzFields {
  readonly documentCode: string;
  readonly issuer: string;
  readonly surname: string;
  readonly givenNames: string;
  readonly documentNumber: string;
  readonly nationality: string;
  /** YYMMDD, with fillers for what is not known. */
  readonly birthDate: string;
  readonly sex: 'M' | 'F' | '';
  readonly expiryDate: string;
  readonly optionalData1: string;
  readonly optionalData2: string;
}

/** `null`: the format has no such check digit. */
export interface MrzChecks {
  readonly documentNumber: boolean;
  readonly birthDate: boolean;
  readonly expiryDate: boolean;
  readonly optionalData: boolean | null;
  readonly composite: boolean | null;
}
export type MrzCheck = keyof MrzChecks;

export const mrzFaultKinds = ['form', 'check', 'date', 'code', 'name'] as const;
export type MrzFaultKind = (typeof mrzFaultKinds)[number];

/** What is wrong, and where; never what stood there. */
export interface MrzFault {
  readonly kind: MrzFaultKind;
  readonly field: string;
  readonly problem: string;
}

/** A zone whose form is not that of any format has no fields: nothing may be read off it. */
export type MrzReading =
  | {
      readonly format: null;
      readonly fields: null;
      readonly checks: null;
      readonly faults: readonly MrzFault[];
    }
  | {
      readonly format: MrzFormat;
      readonly fields: MrzFields;
      readonly checks: MrzChecks;
      /** The name field is full, so that names may have been cut off. */
      readonly isNameTruncated: boolean;
      /** None: the zone is right in itself. That proves no issue, and no name: no check digit covers names. */
      readonly faults: readonly MrzFault[];
    };
