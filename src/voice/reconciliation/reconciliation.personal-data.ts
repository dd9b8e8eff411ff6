import { definePersonalData } from '../../kernel/database/index.js';

definePersonalData({ table: 'call_reconciliations', notPersonal: ['platform'] });
