import { z } from 'zod';

const fields = {
  id: z.string(),
  media_key: z.string().nullish(),
  expires_after_secs: z.number().nullish(),
  processing_info: z
    .object({
      state: z.string().nullish(),
      check_after_secs: z.number().nullish(),
      error: z.object({ message: z.string().nullish() }).nullish(),
    })
    .nullish(),
};

/** A file of up to so many bytes. */
export function fileSchema(limitBytes: number): z.ZodBase64 {
  return z
    .base64()
    .min(1)
    .max(Math.ceil(limitBytes / 3) * 4);
}

/** https://docs.x.com/x-api/media/upload-media */
export const mediaReply = z.object({ data: z.object(fields) });
export type Media = z.output<typeof mediaReply>['data'];

export const mediaSchema = z.object({
  id: z.string().describe('For mediaIds of a post'),
  state: z.enum(['ready', 'processing']),
  expires_after_secs: z.number().nullish(),
});

export function isProcessing({ processing_info: info }: Media): boolean {
  return info?.state === 'pending' || info?.state === 'in_progress';
}

export function toMedia(media: Media): z.input<typeof mediaSchema> {
  const { id, expires_after_secs } = media;
  return { id, state: isProcessing(media) ? 'processing' : 'ready', expires_after_secs };
}
