import { z } from 'zod';
import { defineTopic } from '../../kernel/events/index.js';

/** Something is wrong, and was not before. */
export const alertRaised = defineTopic('voice.alert', z.object({ alertId: z.uuid() }));
