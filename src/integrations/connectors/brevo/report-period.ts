import { z } from 'zod';

const longestDays = 90;

/** https://developers.brevo.com/reference/get-aggregated-smtp-report */
export const reportPeriod = z
  .object({
    days: z.int().min(1).max(longestDays).optional().describe('The last so many days, today included'),
    startDate: z.iso.date().optional().describe('With endDate, instead of days; at most 90 days before it'),
    endDate: z.iso.date().optional(),
    tag: z.string().min(1).optional(),
  })
  .refine(({ days, startDate, endDate }) => (days === undefined ? startDate && endDate : !startDate && !endDate), {
    message: 'Give days, or startDate and endDate. | Donnez days, ou startDate et endDate.',
    path: ['days'],
  })
  .refine(({ startDate, endDate }) => !startDate || !endDate || isPeriod(startDate, endDate), {
    message:
      'startDate has to be at most 90 days before endDate. | startDate doit précéder endDate de 90 jours au plus.',
    path: ['startDate'],
  });

function isPeriod(startDate: string, endDate: string): boolean {
  const days = (Date.parse(endDate) - Date.parse(startDate)) / 86_400_000;
  return days >= 0 && days <= longestDays;
}
