import { definePersonalData } from '../../kernel/database/index.js';

// Assistants, connections and faults; whoever raises an alert names no caller (see `NewAlert`).
definePersonalData({ table: 'alerts', notPersonal: ['kind', 'key', 'target_id', 'message', 'advice'] });
