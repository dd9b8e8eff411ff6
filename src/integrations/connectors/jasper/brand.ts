import { z } from 'zod';
import type { VendorSettings } from '../../core/vendor-client.js';

export const brandId = z.string().regex(/^[A-Za-z0-9_-]{3,80}$/);

/** What makes a text sound like the customer; what is left out comes from the connection. */
export const brandInput = {
  toneId: brandId.optional().describe('Brand voice: list_brand_voices; default that of the connection'),
  styleId: brandId.optional().describe('Style guide: list_style_guides; default that of the connection'),
  audienceId: brandId.optional().describe('Audience: list_audiences; default that of the connection'),
  knowledgeIds: z.array(brandId).max(3).optional().describe('From search_knowledge, at most 3'),
};

interface Brand {
  toneId?: string | undefined;
  styleId?: string | undefined;
  audienceId?: string | undefined;
}

export function brandOf(settings: VendorSettings, { toneId, styleId, audienceId }: Brand) {
  return {
    toneId: toneId ?? settings.optionalText('toneId'),
    styleId: styleId ?? settings.optionalText('styleId'),
    audienceId: audienceId ?? settings.optionalText('audienceId'),
  };
}
