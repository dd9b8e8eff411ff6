import type { Figure } from '../report/figure.js';
import type { ServerProcess } from '../stage/server-process.js';
import type { Stage } from '../stage/stage.js';

/** An API process of a new workspace, with a worker beside it, for as long as `measure` takes. */
export async function withWorker(
  stage: Stage,
  measure: (api: ServerProcess) => Promise<Figure[]>,
  script?: string,
): Promise<Figure[]> {
  const api = await stage.startApi(script);
  const worker = stage.parts.options.withoutWorker ? undefined : await stage.startWorker();
  try {
    await stage.openWorkspace(api);
    return await measure(api);
  } finally {
    await Promise.all([api.stop(), worker?.stop()]);
  }
}

/** The same, and the least that can be done with a webhook to compare with. */
export function besideBareIntake(
  stage: Stage,
  measure: (api: ServerProcess, bare: ServerProcess) => Promise<Figure[]>,
): Promise<Figure[]> {
  return withWorker(stage, async (api) => {
    const bare = await stage.startReference('bench/bare-intake.js', {});
    try {
      return await measure(api, bare);
    } finally {
      await bare.stop();
    }
  });
}
