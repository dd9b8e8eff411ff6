import { z } from 'zod';
import { InvalidInput } from '../../../kernel/errors/index.js';
import type { VendorSettings } from '../../core/vendor-client.js';

/** What every request of the Query API names: https://docs.mixpanel.com/reference/query-api-authentication */
export function projectQuery(settings: VendorSettings) {
  return { project_id: settings.text('projectId'), workspace_id: settings.optionalText('workspaceId') };
}

/** @throws InvalidInput when the connection does not say in which workspace experiments are. */
export function workspaceId(settings: VendorSettings): string {
  const id = settings.optionalText('workspaceId');
  if (id !== undefined) return id;
  throw new InvalidInput('INTEGRATIONS.MIXPANEL_WORKSPACE_MISSING', {
    en: 'Experiments need the workspace ID. Add it to the Mixpanel connection and try again.',
    fr: 'Les expériences demandent l’identifiant de l’espace de travail. Ajoutez-le à la connexion Mixpanel puis réessayez.',
  });
}

export const dateRange = {
  fromDate: z.iso.date().describe('First day, inclusive, in the time zone of the project'),
  toDate: z.iso.date().describe('Last day, inclusive'),
};

export const expression = (use: string) =>
  z.string().min(1).describe(`${use}, as a segmentation expression: properties["$os"] == "Linux"`);

/** Counts by day (or other unit), by event or by value of a property. */
export const seriesReply = z.object({
  data: z
    .object({
      series: z.array(z.string()).nullish(),
      values: z.record(z.string(), z.record(z.string(), z.number().nullable())).nullish(),
    })
    .nullish(),
  legend_size: z.number().nullish(),
});

export const seriesOutput = z.object({
  dates: z.array(z.string()),
  values: z.record(z.string(), z.record(z.string(), z.number().nullable())).describe('Name → date → number'),
});

export function seriesOf({ data }: z.output<typeof seriesReply>): z.input<typeof seriesOutput> {
  return { dates: data?.series ?? [], values: data?.values ?? {} };
}
