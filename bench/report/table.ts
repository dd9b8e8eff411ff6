import type { Figure, Target } from './figure.js';
import { rounded } from './statistics.js';

const headings = ['what', 'measured', 'reference, same run', 'ratio', 'target', 'met'] as const;

/** The figures as a table for people. */
export function toTable(figures: readonly Figure[]): string {
  const rows = figures.map(toCells);
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width));
  return [headings, rule, ...rows].map(line).join('\n');
}

function toCells({ what, backend, unit, measured, reference, ratio, target, met }: Figure): string[] {
  return [
    backend ? `${what} (${backend})` : what,
    amount(measured, unit),
    amount(reference, unit),
    ratio === null ? '' : String(rounded(ratio)),
    target ? targetText(target, unit) : '',
    met === null ? '' : met ? 'yes' : 'NO',
  ];
}

function amount(value: number | null, unit: string): string {
  return value === null ? '' : `${rounded(value).toLocaleString('en-GB', { maximumFractionDigits: 3 })} ${unit}`;
}

function targetText({ of, atLeast, atMost }: Target, unit: string): string {
  const suffix = of === 'ratio' ? ' x' : ` ${unit}`;
  const bounds = [atLeast === undefined ? [] : `>= ${atLeast}`, atMost === undefined ? [] : `<= ${atMost}`].flat();
  return bounds.join(', ') + suffix;
}
