import { definePersonalData } from '../kernel/database/index.js';

definePersonalData({
  table: 'appointments',
  columns: {
    title: 'redact',
    description: 'null',
    notes: 'null',
    location: 'null',
    attendees: 'empty_array',
    responses: 'empty_object',
    metadata: 'empty_object',
    cancellation_reason: 'null',
    // Null is never to read it again: the calendar's answer would bring back what is erased here.
    account_id: 'null',
  },
  // The organizer is the business or somebody who works there.
  notPersonal: [
    'provider',
    'cal_uid',
    'status',
    'vendor_status',
    'organizer_name',
    'organizer_email',
    'payment_id',
    'series_uid',
    'ical_uid',
    'rescheduled_from_uid',
    'rescheduled_to_uid',
  ],
  contactRows: 'contact_id = $1',
});

// Who books stands in it as a digest.
definePersonalData({
  table: 'booking_attempts',
  notPersonal: ['key', 'state', 'account_id', 'call_key', 'cal_uid', 'failure'],
});

definePersonalData({ table: 'slot_holds', notPersonal: ['call_key'] });
// The addresses that were looked for stand in it as a digest.
definePersonalData({
  table: 'calendar_members',
  notPersonal: ['account_id', 'state', 'emails_digest'],
  contactRows: 'contact_id = $1',
  erasing: 'delete',
});
definePersonalData({ table: 'calendar_accounts', notPersonal: ['account_id', 'problem'] });
definePersonalData({ table: 'calendar_sync_counts', notPersonal: ['origin'] });
