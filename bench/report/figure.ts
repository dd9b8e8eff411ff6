import type { Backend } from '../options.js';

/** What a figure should be: of the measured value itself, or of its ratio to the reference. */
export interface Target {
  of: 'measured' | 'ratio';
  atLeast?: number;
  atMost?: number;
}

/** One line of the table. */
export interface Figure {
  /** Key of the row that measured it. */
  row: string;
  what: string;
  /** Null where the queue takes no part. */
  backend: Backend | null;
  unit: string;
  /** The median of the rounds; null when it could not be measured here. */
  measured: number | null;
  reference: number | null;
  /** The median of the rounds' own ratios, since a machine is not the same from one minute to the next. */
  ratio: number | null;
  target: Target | null;
  met: boolean | null;
  /** Whatever else explains the figure. */
  detail: Readonly<Record<string, unknown>>;
}

export type FigureInput = Pick<Figure, 'what' | 'unit'> &
  Partial<Pick<Figure, 'measured' | 'reference' | 'ratio' | 'target' | 'detail'>>;

export function figure(row: string, backend: Backend | null, input: FigureInput): Figure {
  const { measured = null, reference = null, ratio = null, target = null, detail = {} } = input;
  const judged = target?.of === 'ratio' ? ratio : measured;
  const met = target && judged !== null ? isMet(target, judged) : null;
  return { row, backend, what: input.what, unit: input.unit, measured, reference, ratio, target, met, detail };
}

function isMet({ atLeast = -Infinity, atMost = Infinity }: Target, value: number): boolean {
  return value >= atLeast && value <= atMost;
}
