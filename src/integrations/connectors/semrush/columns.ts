/**
 * How the columns of reports are headed, by the codes that they are asked for with; some reports head them otherwise.
 * https://developer.semrush.com/api/v3/seo/overview/
 */
export const headersOf = {
  Ac: ['Adwords Cost'],
  Ad: ['Adwords Keywords'],
  At: ['Adwords Traffic'],
  Co: ['Competition'],
  Cp: ['CPC'],
  Cr: ['Competitor Relevance', 'Competition Level'],
  Db: ['Database'],
  Dn: ['Domain'],
  In: ['Intents', 'Intent'],
  Kd: ['Keyword Difficulty Index', 'Keyword Difficulty'],
  Np: ['Common Keywords'],
  Nq: ['Search Volume'],
  Oc: ['Organic Cost'],
  Or: ['Organic Keywords'],
  Ot: ['Organic Traffic'],
  Pd: ['Position Difference'],
  Ph: ['Keyword'],
  Po: ['Position'],
  Pp: ['Previous Position'],
  Rk: ['Rank'],
  Tc: ['Traffic Cost (%)'],
  Tr: ['Traffic (%)'],
  Ur: ['Url', 'URL'],
} satisfies Record<string, readonly string[]>;

export type ColumnCode = keyof typeof headersOf;
