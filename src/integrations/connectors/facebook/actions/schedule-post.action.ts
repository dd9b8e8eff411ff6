import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import type { VendorClient } from '../../../core/vendor-client.js';
import { ScheduleOutOfRange } from '../facebook.errors.js';
import { asPage } from '../page-client.js';
import { createPost, isOnePost, onePost, postInput, type Schedule } from '../post.js';

const minuteMs = 60_000;
const earliestMs = 10 * minuteMs;
const latestMs = 30 * 24 * 60 * minuteMs;

export const schedulePost = defineAction({
  key: 'schedule_post',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Schedules a post of the Page for a time between 10 minutes and 30 days from now; Facebook publishes it then by itself. Until then list_scheduled_posts shows it and cancel_scheduled_post takes it back.',
    fr: 'Programme une publication de la Page entre 10 minutes et 30 jours à partir de maintenant ; Facebook la publie alors lui-même. D’ici là, list_scheduled_posts la montre et cancel_scheduled_post l’annule.',
  },
  input: postInput
    .extend({
      publishAt: z.iso.datetime({ offset: true }).describe('When, with its time zone: 2026-12-01T09:00:00+01:00'),
    })
    .refine(isOnePost, onePost),
  output: z.object({ id: z.string(), scheduled_publish_time: z.int().describe('Unix seconds') }),
  async run(client, { publishAt, ...content }) {
    const schedule = scheduleOf(client, publishAt);
    const id = await createPost(await asPage(client), content, schedule);
    return { id, scheduled_publish_time: schedule.scheduled_publish_time };
  },
});

/** https://developers.facebook.com/docs/pages-api/posts#schedule-posts */
function scheduleOf(client: VendorClient, publishAt: string): Schedule {
  const at = Date.parse(publishAt);
  const ahead = at - client.now().getTime();
  if (ahead < earliestMs || ahead > latestMs) throw new ScheduleOutOfRange();
  return { published: false, scheduled_publish_time: Math.floor(at / 1000), unpublished_content_type: 'SCHEDULED' };
}
