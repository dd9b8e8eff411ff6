import type { RequestContext } from '../../kernel/context/index.js';
import { inLocale, localeIn, type LocalizedText } from '../../kernel/errors/index.js';
import { NativeTool, VoiceAssistants, type NativeToolContract, type NativeToolUse } from '../../voice/index.js';
import type { AppointmentFacts } from '../appointments/appointment.js';
import { AppointmentRecorder } from '../appointments/appointment-recorder.js';
import { readCreatedEvent, type CreatedEvent } from './created-event.js';
import { GoogleAppointments } from './google-appointments.repository.js';

/** No account of ours: nobody polls it. */
const accountId = 'vapi';

/** What the owner has to know of such an appointment, where Google's own description would stand. */
const unseen: LocalizedText = {
  en: 'Booked in Google Calendar by Vapi during the call. When it is moved or cancelled there, this is not seen here.',
  fr: 'Réservé dans Google Agenda par Vapi pendant l’appel. S’il y est déplacé ou annulé, cela n’est pas visible ici.',
};

/**
 * An event that Vapi put in Google Calendar becomes an appointment. Vapi asks Google by itself and tells nobody of what
 * becomes of the event afterwards, so that the appointment stays as it was made: https://docs.vapi.ai/tools/google-calendar
 */
@NativeTool('google.calendar.event.create')
export class GoogleEventCreated implements NativeToolContract {
  constructor(
    private readonly recorder: AppointmentRecorder,
    private readonly appointments: GoogleAppointments,
    private readonly assistants: VoiceAssistants,
  ) {}

  async record(tx: RequestContext, use: NativeToolUse): Promise<void> {
    const event = readCreatedEvent(use);
    await this.appointments.withdraw(tx, use, event?.uid ?? null);
    if (!event) return;
    const { callId, contactId, assistantId } = use;
    const [assistant] = assistantId === null ? [] : await this.assistants.findByIds(tx, [assistantId]);
    const locale = localeIn(assistant?.language) ?? tx.locale;
    const facts = factsOf(event, use, { organizer: assistant?.name ?? '', description: inLocale(unseen, locale) });
    await this.recorder.record(tx, [{ provider: 'GOOGLE_VIA_VAPI', accountId, facts, links: { callId, contactId } }]);
  }
}

/** What we can say where Google says nothing. */
interface Otherwise {
  organizer: string;
  description: string;
}

function factsOf(event: CreatedEvent, { toolCallId, at }: NativeToolUse, otherwise: Otherwise): AppointmentFacts {
  const { uid: calUid, summary: title, status: vendorStatus, start, end, location, timeZone, icalUid } = event;
  return {
    ...{ calUid, title, vendorStatus, start, end, location, icalUid },
    description: event.description ?? otherwise.description,
    status: 'ACCEPTED',
    organizerName: event.organizer.name ?? otherwise.organizer,
    organizerEmail: event.organizer.email,
    attendees: event.guests.map((guest) => ({ ...guest, timeZone, phoneNumber: null, absent: false, seatUid: null })),
    metadata: { toolCallId, seen: ['created'], notSeen: ['moved', 'cancelled'] },
    ...{ calId: null, eventTypeId: null, organizerId: null, cancellationReason: null, seriesUid: null },
    ...{ rescheduledFromUid: null, rescheduledToUid: null },
    ...{ responses: {}, noShow: false, seated: false },
    createdAt: at,
    // The last telling stands, whenever it comes.
    sourceUpdatedAt: null,
  };
}
