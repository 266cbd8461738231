import type { StatedShare } from '../effective/stated-stake.ts';
import type { Fraction } from '../fraction.ts';

/** `25 %`, `50–75 %`, `10–<25 %`; `≈` where two decimals are not the whole of it. */
export function shareText({ minimum, maximum, maximumIsExcluded }: StatedShare): string {
  const [least, most] = [percentOf(minimum), percentOf(maximum)];
  const about = least.isRounded || most.isRounded ? '≈' : '';
  if (least.text === most.text && !maximumIsExcluded) return `${about}${least.text} %`;
  return `${about}${least.text}–${maximumIsExcluded ? '<' : ''}${most.text} %`;
}

function percentOf({ numerator, denominator }: Fraction): {
  readonly text: string;
  readonly isRounded: boolean;
} {
  const hundredths = (numerator * 10_000n) / denominator;
  const digits = String(hundredths % 100n)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return {
    text: `${hundredths / 100n}${digits === '' ? '' : `.${digits}`}`,
    isRounded: (numerator * 10_000n) % denominator !== 0n,
  };
}
