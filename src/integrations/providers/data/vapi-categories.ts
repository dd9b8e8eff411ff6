import type { VapiCategoryData } from '../vapi-catalogue.schema.js';
import { cloudStorage } from './cloud-storage.js';
import { models } from './models.js';
import { observability } from './observability.js';
import { phoneNumbers } from './phone-numbers.js';
import { serverConfiguration } from './server-configuration.js';
import { tools } from './tools.js';
import { transcribers } from './transcribers.js';
import { vectorStores } from './vector-stores.js';
import { voices } from './voices.js';

/** Every category, in the order in which they are shown. A provider is added in the file of its category. */
export const vapiCategories: readonly VapiCategoryData[] = [
  voices,
  models,
  transcribers,
  tools,
  vectorStores,
  phoneNumbers,
  cloudStorage,
  observability,
  serverConfiguration,
];
