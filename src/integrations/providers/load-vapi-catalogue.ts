import { vapiCatalogue, type VapiCategory } from './vapi-catalogue.schema.js';

let loading: Promise<readonly VapiCategory[]> | undefined;

/** The catalogue, checked against its schema. Read when it is first asked for: most processes never need its texts. */
export function loadVapiCatalogue(): Promise<readonly VapiCategory[]> {
  loading ??= import('./data/vapi-categories.js').then(({ vapiCategories }) => vapiCatalogue.parse(vapiCategories));
  return loading;
}
