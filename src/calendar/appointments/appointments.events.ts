import { z } from 'zod';
import { defineTopic } from '../../kernel/events/index.js';

/** Something in an appointment's row has changed. */
export const appointmentChanged = defineTopic('calendar.appointment', z.object({ appointmentId: z.uuid() }));
