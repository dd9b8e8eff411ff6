import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Every figure of this process, in one registry; `/metrics` prints it. */
const metricsRegistry = new Registry();

const prefix = 'agent_builder_';
let measuresProcess = false;

interface MetricDeclaration<Label extends string> {
  /** Without the product's prefix, unit last: `job_duration_seconds`. */
  name: string;
  help: string;
  labels?: readonly Label[] | undefined;
}

/**
 * Declares a counter beside the code that counts. Labels have few values: never an id.
 *
 * @example
 * const refused = defineCounter({ name: 'webhook_refused_total', help: 'Webhooks refused.', labels: ['source'] });
 * refused.inc({ source: 'vapi' });
 */
export function defineCounter<Label extends string = never>(declaration: MetricDeclaration<Label>): Counter<Label> {
  return new Counter(settingsOf(declaration));
}

export function defineHistogram<Label extends string = never>(
  declaration: MetricDeclaration<Label> & { buckets: readonly number[] },
): Histogram<Label> {
  return new Histogram({ ...settingsOf(declaration), buckets: [...declaration.buckets] });
}

/** @param declaration.collect Reads the figure when somebody asks for it. */
export function defineGauge<Label extends string = never>(
  declaration: MetricDeclaration<Label> & { collect?: ((gauge: Gauge<Label>) => void | Promise<void>) | undefined },
): Gauge<Label> {
  const { collect } = declaration;
  if (!collect) return new Gauge(settingsOf(declaration));
  return new Gauge({
    ...settingsOf(declaration),
    collect(this: Gauge<Label>) {
      return collect(this);
    },
  });
}

/** Buckets in seconds for what somebody waits for. */
export const latencyBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/** The registry as Prometheus text. The process itself is measured from the first scrape on, and costs nothing before. */
export async function printMetrics(): Promise<{ contentType: string; text: string }> {
  if (!measuresProcess) collectDefaultMetrics({ register: metricsRegistry });
  measuresProcess = true;
  return { contentType: metricsRegistry.contentType, text: await metricsRegistry.metrics() };
}

function settingsOf<Label extends string>({ name, help, labels = [] }: MetricDeclaration<Label>) {
  return { name: prefix + name, help, labelNames: labels, registers: [metricsRegistry] };
}
