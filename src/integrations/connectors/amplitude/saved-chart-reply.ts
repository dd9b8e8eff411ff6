import { z } from 'zod';
import { jsonReply, type ReplyReader } from '../../../kernel/http/index.js';

// What a chart answers is said to vary with its kind: https://amplitude.com/docs/apis/analytics/dashboard-rest#response
const asJson = jsonReply(z.object({ data: z.string().nullish() }));

/** The CSV text of a saved chart, which comes as it is or inside `{ "data": "…" }`. */
export const savedChartReply: ReplyReader<string> = {
  accept: 'application/json, text/csv',
  read(bytes) {
    const text = bytes.toString('utf8');
    const plain = /^[^\p{Cc}<{[]/u.test(text.replace(/^\uFEFF/, ''));
    return plain ? text : (asJson.read(bytes).data ?? '');
  },
};
