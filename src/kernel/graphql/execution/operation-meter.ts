import type { FormattedExecutionResult, OperationDefinitionNode } from 'graphql';
import { defineCounter, defineHistogram, latencyBuckets } from '../../observability/index.js';
import type { ValidOperation } from '../limits/valid-operation.js';
import { rootFields } from '../limits/root-fields.js';

const ended = defineCounter({
  name: 'graphql_operations_total',
  help: 'GraphQL operations by root field and outcome: ok, or the code of the first error. Each event of a subscription counts.',
  labels: ['kind', 'field', 'outcome'],
});
const duration = defineHistogram({
  name: 'graphql_operation_duration_seconds',
  help: 'GraphQL operations that could be read, by root field; of a subscription, each event.',
  labels: ['kind', 'field'],
  buckets: latencyBuckets,
});

interface Series {
  outcomes: Map<string, { inc(): void }>;
  duration: { observe(seconds: number): void } | undefined;
  labels: { kind: string; field: string };
}

/**
 * Counts and times operations by what the schema calls them. The names that clients give them stay out: a stranger
 * could make a series of each.
 */
export class OperationMeter {
  readonly #known = new WeakMap<OperationDefinitionNode, Series>();
  readonly #series = new Map<string, Series>();

  /** @param operation Undefined for what was refused before it was known to fit the schema. */
  count(operation: ValidOperation | undefined, { errors }: Pick<FormattedExecutionResult, 'errors'>): void {
    const series = this.#seriesOf(operation);
    const outcome = errors?.[0] ? codeOf(errors[0].extensions) : 'ok';
    let counted = series.outcomes.get(outcome);
    if (!counted) {
      counted = ended.labels({ ...series.labels, outcome });
      series.outcomes.set(outcome, counted);
    }
    counted.inc();
  }

  time(operation: ValidOperation | undefined, startedAt: number): void {
    this.#seriesOf(operation).duration?.observe((performance.now() - startedAt) / 1_000);
  }

  #seriesOf(valid: ValidOperation | undefined): Series {
    if (!valid) return this.#named('none', 'none');
    const known = this.#known.get(valid.operation);
    if (known) return known;
    const series = this.#named(valid.operation.operation, fieldOf(valid));
    this.#known.set(valid.operation, series);
    return series;
  }

  /** Finding a series by its labels costs more than observing. */
  #named(kind: string, field: string): Series {
    const key = `${kind} ${field}`;
    let series = this.#series.get(key);
    if (!series) {
      const labels = { kind, field };
      series = { labels, outcomes: new Map(), duration: kind === 'none' ? undefined : duration.labels(labels) };
      this.#series.set(key, series);
    }
    return series;
  }
}

function fieldOf(valid: ValidOperation): string {
  const [field = 'none', ...others] = rootFields(valid);
  return others.length > 0 ? 'several' : field;
}

function codeOf(extensions: Record<string, unknown> | undefined): string {
  return typeof extensions?.code === 'string' ? extensions.code : 'INTERNAL';
}
