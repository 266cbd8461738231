import { markup, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { grouped } from './wording.ts';

/** Which colour of the palette; `third` is hatched too, so that it is told apart without colour. */
export type Shade = 'first' | 'second' | 'third';

export interface Series {
  readonly name: string;
  readonly shade: Shade;
}

export interface Bar {
  readonly label: string;
  /** One value for each series, in order. */
  readonly values: readonly number[];
}

/**
 * Horizontal stacked bars. Labels and numbers are text of the page and only the bars are drawn, by width in per cent,
 * so the chart fits any width without shrinking its text, and prints where backgrounds do not.
 * @param alternative one sentence saying what the picture shows
 */
export function barChart(
  title: string,
  alternative: string,
  series: readonly Series[],
  bars: readonly Bar[],
): Markup {
  const longest = Math.max(1, ...bars.map(sum));
  const drawn = bars.map(
    (bar) => markup`<span class="label">${bar.label}</span>
<svg class="bar" width="100%" height="14" focusable="false">${segments(bar, series, longest)}</svg>
<span class="count">${grouped(sum(bar))}</span>`,
  );
  return markup`<figure>
<figcaption>${title}</figcaption>${series.length > 1 ? legend(series) : nothing}
<div class="bars" role="img" aria-label="${alternative}">
${drawn}
</div>
</figure>`;
}

/** Drawn once in the page; bars refer to it. */
export const hatching = markup`<svg width="0" height="0" class="definitions" aria-hidden="true" focusable="false"><defs>
<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
<rect class="ground" width="5" height="5"/><rect class="gap" width="1.4" height="5"/></pattern></defs></svg>`;

function segments(bar: Bar, series: readonly Series[], longest: number): Markup[] {
  let from = 0;
  return series.flatMap(({ shade }, index) => {
    const value = bar.values[index] ?? 0;
    if (value === 0) return [];
    const [x, width] = [percent(from, longest), percent(value, longest)];
    from += value;
    return [markup`<rect class="${shade}" x="${x}" width="${width}" height="14"/>`];
  });
}

function legend(series: readonly Series[]): Markup {
  const keys = series.map(
    ({ name, shade }) =>
      markup`<span class="key"><svg width="14" height="14" aria-hidden="true" focusable="false"><rect class="${shade}" width="14" height="14"/></svg>${name}</span>`,
  );
  return markup`
<p class="legend">${keys}</p>`;
}

function percent(part: number, whole: number): string {
  return `${((part / whole) * 100).toFixed(2)}%`;
}

function sum(bar: Bar): number {
  return bar.values.reduce((total, value) => total + value, 0);
}
