import { isRightDigit } from './mrz-check-digit.ts';
import { hasDateForm, isRealDate } from './mrz-date.ts';
import { mrzFormatOf, mrzLayouts, type MrzLayout, type Span } from './mrz-layout.ts';
import type { MrzChecks, MrzFault, MrzFields, MrzReading } from './mrz-reading.ts';
import { mrzStateOf } from './mrz-states.ts';

const formFault = (field: string, problem: string): MrzFault => ({ kind: 'form', field, problem });

/**
 * Reads a machine-readable zone after ICAO Doc 9303: TD1, TD2, TD3 and visas. Nothing is repaired on the way: a
 * letter O that stands for a nought is for a person to correct.
 *
 * @param lines as printed, capitals, digits and `<`
 */
export function readMrz(lines: readonly string[]): MrzReading {
  const format = mrzFormatOf(lines);
  const faults =
    format === null ? [formFault('lines', sizesExpected)] : formFaults(lines, mrzLayouts[format]);
  if (format === null || faults.length > 0) return { format: null, fields: null, checks: null, faults };
  const layout = mrzLayouts[format];
  const piece = (span: Span) => pieceOf(lines, span);
  const [surname = '', ...given] = piece(layout.names).split('<<');
  const number = numberOf(lines, layout);
  const fields: MrzFields = {
    documentCode: withoutFillers(piece([0, 0, 2])),
    issuer: withoutFillers(piece([0, 2, 5])),
    surname: wordsOf(surname),
    givenNames: wordsOf(given.join('<')),
    documentNumber: number.text,
    nationality: withoutFillers(piece(layout.nationality)),
    birthDate: piece(layout.birthDate),
    sex: withoutFillers(piece(layout.sex)) as MrzFields['sex'],
    expiryDate: piece(layout.expiryDate),
    optionalData1: wordsOf(number.optionalData),
    optionalData2: wordsOf(layout.optionalData[1] ? piece(layout.optionalData[1]) : ''),
  };
  const checks = checksOf(lines, layout, number.isRight);
  const isNameTruncated = !piece(layout.names).endsWith('<');
  return {
    format,
    fields,
    checks,
    isNameTruncated,
    faults: [...checkFaults(checks), ...contentFaults(fields)],
  };
}

const sizesExpected =
  'must be 3 lines of 30 characters (TD1), 2 of 36 (TD2, MRV-B) or 2 of 44 (TD3, MRV-A); check that none was cut or joined';

function formFaults(lines: readonly string[], layout: MrzLayout): MrzFault[] {
  const faults = lines.flatMap((line, at) =>
    /^[A-Z0-9<]*$/.test(line)
      ? []
      : [formFault(`lines.${at}`, 'must hold capitals A to Z, digits and < only, as printed')],
  );
  const expect = (field: string, isRight: boolean, problem: string) => {
    if (!isRight) faults.push(formFault(field, problem));
  };
  expect(
    'birthDate',
    hasDateForm(pieceOf(lines, layout.birthDate), true),
    'must be digits, or << for what is not known',
  );
  expect('expiryDate', hasDateForm(pieceOf(lines, layout.expiryDate), false), 'must be six digits');
  expect('sex', /^[MF<]$/.test(pieceOf(lines, layout.sex)), 'must be M, F or <');
  expect('names', !/\d/.test(pieceOf(lines, layout.names)), 'must hold no digits');
  return faults;
}

interface ReadNumber {
  readonly text: string;
  readonly isRight: boolean;
  /** The first optional field, without what it holds of the number. */
  readonly optionalData: string;
}

/** Of TD1 and TD2 a number of more than nine characters goes on in the optional field, up to its own check digit. */
function numberOf(lines: readonly string[], layout: MrzLayout): ReadNumber {
  const [line, from, to] = layout.documentNumber;
  const start = pieceOf(lines, [line, from, to]);
  const digit = pieceOf(lines, [line, to, to + 1]);
  const optionalData = layout.optionalData[0] ? pieceOf(lines, layout.optionalData[0]) : '';
  const goesOn = digit === '<' && !start.includes('<') && hasLongNumbers(layout);
  const [rest = ''] = goesOn ? optionalData.split('<') : [];
  if (rest.length < 2) {
    return { text: withoutFillers(start), isRight: isRightDigit(start, digit), optionalData };
  }
  const text = start + rest.slice(0, -1);
  return { text, isRight: isRightDigit(text, rest.slice(-1)), optionalData: optionalData.slice(rest.length) };
}

function hasLongNumbers({ composite, checksOptionalData }: MrzLayout): boolean {
  return composite !== null && !checksOptionalData;
}

function checksOf(lines: readonly string[], layout: MrzLayout, isNumberRight: boolean): MrzChecks {
  const passes = (span: Span) => {
    const [line, , to] = span;
    return isRightDigit(pieceOf(lines, span), pieceOf(lines, [line, to, to + 1]));
  };
  const { composite } = layout;
  return {
    documentNumber: isNumberRight,
    birthDate: passes(layout.birthDate),
    expiryDate: passes(layout.expiryDate),
    optionalData: layout.checksOptionalData
      ? layout.optionalData.every((span) => passesOrEmpty(lines, span))
      : null,
    composite:
      composite &&
      isRightDigit(composite.over.map((span) => pieceOf(lines, span)).join(''), pieceOf(lines, composite.at)),
  };
}

/** The check digit of an empty personal number may be 0 or a filler (Doc 9303-4, section 4.2.2). */
function passesOrEmpty(lines: readonly string[], [line, from, to]: Span): boolean {
  const field = pieceOf(lines, [line, from, to]);
  const digit = pieceOf(lines, [line, to, to + 1]);
  return isRightDigit(field, digit) || (digit === '<' && withoutFillers(field) === '');
}

function checkFaults(checks: MrzChecks): MrzFault[] {
  return Object.entries(checks)
    .filter(([, passes]) => passes === false)
    .map(([field]) => ({
      kind: 'check',
      field,
      problem: 'the check digit does not fit; compare with the document',
    }));
}

function contentFaults({ birthDate, expiryDate, issuer, nationality, surname }: MrzFields): MrzFault[] {
  const faults: (MrzFault | false)[] = [
    !isRealDate(birthDate, true) && {
      kind: 'date',
      field: 'birthDate',
      problem: 'is no day of the calendar',
    },
    !isRealDate(expiryDate, false) && {
      kind: 'date',
      field: 'expiryDate',
      problem: 'is no day of the calendar',
    },
    mrzStateOf(issuer) === null && { kind: 'code', field: 'issuer', problem: unknownState },
    mrzStateOf(nationality) === null && { kind: 'code', field: 'nationality', problem: unknownState },
    surname === '' && { kind: 'name', field: 'surname', problem: 'the primary name is empty' },
  ];
  return faults.filter((fault) => fault !== false);
}

const unknownState = 'is the code of no state or organisation of ICAO Doc 9303-3';

function pieceOf(lines: readonly string[], [line, from, to]: Span): string {
  return lines[line]?.slice(from, to) ?? '';
}

function withoutFillers(field: string): string {
  return field.replaceAll('<', '');
}

function wordsOf(field: string): string {
  return field.split('<').filter(Boolean).join(' ');
}
