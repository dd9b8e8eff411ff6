import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { dataOf } from '../pipedrive-page.js';

const conversions = z.object({
  stage_conversions: z
    .array(
      z.object({
        from_stage_id: z.int().nullish(),
        to_stage_id: z.int().nullish(),
        conversion_rate: z.number().nullish().describe('Per cent'),
      }),
    )
    .nullish(),
  won_conversion: z.number().nullish().describe('Per cent'),
  lost_conversion: z.number().nullish().describe('Per cent'),
});

/** An empty map comes as an empty list. */
const dealGroup = z
  .object({
    count: z.int().nullish(),
    values: z
      .union([z.record(z.string(), z.number()), z.array(z.unknown()).transform((): Record<string, number> => ({}))])
      .nullish(),
  })
  .nullish();

const movements = z.object({
  movements_between_stages: z.object({ count: z.int().nullish() }).nullish(),
  new_deals: dealGroup,
  deals_left_open: dealGroup,
  won_deals: dealGroup,
  lost_deals: dealGroup,
  average_age_in_days: z
    .object({
      across_all_stages: z.number().nullish(),
      by_stages: z.array(z.object({ stage_id: z.int().nullish(), value: z.number().nullish() })).nullish(),
    })
    .nullish(),
});

export const getPipelineStatistics = defineAction({
  key: 'get_pipeline_statistics',
  effect: 'READ',
  description: {
    en: 'Measures one pipeline over a period: conversion from stage to stage, deals won, lost, new and left open, and their average age. Of one user; without userId, of the owner of the credentials.',
    fr: 'Mesure un pipeline sur une période : conversion d’étape en étape, affaires gagnées, perdues, nouvelles et encore ouvertes, et leur âge moyen. Pour un utilisateur ; sans userId, pour le propriétaire des identifiants.',
  },
  input: z.object({
    pipelineId: z.int().positive(),
    startDate: z.iso.date(),
    endDate: z.iso.date(),
    userId: z.int().positive().optional(),
  }),
  output: z.object({ conversions, movements }),
  async run(client, { pipelineId, startDate, endDate, userId }) {
    const query = { start_date: startDate, end_date: endDate, user_id: userId };
    const conversion = await client.get(route`/pipelines/${pipelineId}/conversion_statistics`, {
      base: 'v1',
      query,
      reply: dataOf(conversions),
    });
    const movement = await client.get(route`/pipelines/${pipelineId}/movement_statistics`, {
      base: 'v1',
      query,
      reply: dataOf(movements),
    });
    return { conversions: conversion.data, movements: movement.data };
  },
});
