import { definePersonalData } from '../../kernel/database/index.js';

definePersonalData({ table: 'prices', notPersonal: ['item', 'unit', 'currency', 'source'] });
