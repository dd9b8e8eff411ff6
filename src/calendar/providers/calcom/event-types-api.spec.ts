import { CalComStage, refusal, success } from './testing/calcom-stage.js';

const table = {
  id: 101,
  slug: 'table',
  title: 'Table près de la fenêtre',
  description: '',
  lengthInMinutes: 90,
  lengthInMinutesOptions: [60, 90],
  locations: [{ type: 'address', address: '12 rue des Halles', public: true }, { type: 'unknown' }, 'odd'],
  bookingFields: [
    { isDefault: true, type: 'name', slug: 'name', label: 'your_name', required: true, placeholder: '' },
    { isDefault: false, type: 'number', slug: 'party-size', label: 'Combien ?', required: true, hidden: false },
    { isDefault: false, type: 'select', slug: 'room', label: 'Salle', required: false, options: ['in', 'out'] },
    { type: 'unknown', bookingField: {} },
  ],
  minimumBookingNotice: 120,
  recurrence: null,
  seats: { seatsPerTimeSlot: 8, showAttendeeInfo: false, showAvailabilityCount: true },
  confirmationPolicy: { type: 'always', blockUnconfirmedBookingsInBooker: true },
  scheduleId: null,
  hidden: false,
  price: 0,
  currency: 'eur',
  ownerId: 7,
  bookingUrl: 'https://cal.com/le-gourmet/table',
};

describe('EventTypesApi', () => {
  let stage: CalComStage;
  beforeAll(async () => {
    stage = await CalComStage.open();
  });
  afterAll(() => stage.close());

  it('reads what has to be known to book', async () => {
    await expect(stage.play(success(table)).eventTypes.get(101)).resolves.toEqual({
      id: 101,
      slug: 'table',
      title: 'Table près de la fenêtre',
      description: null,
      lengthInMinutes: 90,
      lengthOptions: [60, 90],
      locationTypes: ['address', 'unknown'],
      fields: [
        {
          slug: 'name',
          type: 'name',
          label: 'your_name',
          required: true,
          hidden: false,
          isDefault: true,
          options: [],
        },
        {
          slug: 'party-size',
          type: 'number',
          label: 'Combien ?',
          required: true,
          hidden: false,
          isDefault: false,
          options: [],
        },
        {
          slug: 'room',
          type: 'select',
          label: 'Salle',
          required: false,
          hidden: false,
          isDefault: false,
          options: ['in', 'out'],
        },
      ],
      minimumNoticeMinutes: 120,
      scheduleId: null,
      recurrence: null,
      seatsPerSlot: 8,
      needsConfirmation: true,
      hidden: false,
      ownerId: 7,
      teamId: null,
      schedulingType: null,
      price: 0,
      currency: 'eur',
      bookingUrl: 'https://cal.com/le-gourmet/table',
    });
  });

  it.each([[undefined], [null], [{ disabled: true }]])(
    'knows that %j asks for no confirmation',
    async (confirmationPolicy) => {
      const api = stage.play(success({ ...table, confirmationPolicy }));
      await expect(api.eventTypes.get(101)).resolves.toMatchObject({ needsConfirmation: false });
    },
  );

  it('finds nothing where there is no such event type', async () => {
    const api = stage.play(refusal(404, 'Event type with id 404 not found', 'NotFoundException'));
    await expect(api.eventTypes.get(404)).resolves.toBeNull();
  });

  it('lists none of teams where Cal.com has none', async () => {
    const api = stage.play(refusal(404, 'Cannot GET /v2/teams', 'NotFoundException'));
    await expect(api.eventTypes.listOfTeams()).resolves.toEqual([]);
  });

  it('lists those of all teams', async () => {
    const api = stage.play(
      success([{ id: 1, name: 'Salle' }]),
      success([{ ...table, id: 102, teamId: 1, schedulingType: 'roundRobin' }]),
    );
    await expect(api.eventTypes.listOfTeams()).resolves.toMatchObject([{ id: 102, schedulingType: 'roundRobin' }]);
    expect(stage.calls.map(({ path }) => path)).toEqual(['/v2/teams', '/v2/teams/1/event-types']);
  });
});
