/** A tab of the playground as it opens for the first time. */
export interface ExampleOperation {
  query: string;
  variables?: Readonly<Record<string, unknown>>;
}

/** What one tries first, in this order. The page signs later tabs in with what the first one gets. */
export const exampleOperations: readonly ExampleOperation[] = [
  {
    query: `# Run this first: the other tabs then use the access token that it gets.
mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    accessToken
    refreshToken
    expiresAt
    user { name email role }
    workspace { id name }
  }
}`,
    variables: { input: { email: 'contact@legourmet.fr', password: '' } },
  },
  {
    query: `# The latest calls, with what was said and what they cost.
query RecentCalls($first: Int) {
  calls(first: $first) {
    nodes {
      id
      status
      outcome
      startedAt
      durationSeconds
      fromNumber
      summary
      assistant { name }
      cost { amount currency }
      costLines { source cost { amount currency } }
      transcript { role text secondsFromStart }
      toolInvocations { name result }
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
    variables: { first: 5 },
  },
  {
    query: `# What is booked from a day on, and the call in which it was.
query Appointments($from: DateTime!) {
  appointments(first: 10, filter: { from: $from }) {
    nodes {
      id
      status
      title
      startTime
      endTime
      attendees { name email phoneNumber }
      contact { name phoneNumbers }
      call { id summary }
      rescheduledFrom { startTime }
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
    variables: { from: '2026-01-01T00:00:00Z' },
  },
  {
    query: `# What can be booked, and when. The next tab books one of these.
query FreeTimes($eventTypeId: Int!, $from: DateTime!, $to: DateTime!) {
  calendarEventTypes { id title lengthInMinutes fields }
  availability(eventTypeId: $eventTypeId, from: $from, to: $to) { start end }
}`,
    variables: { eventTypeId: 101, from: '2027-01-11T00:00:00Z', to: '2027-01-18T00:00:00Z' },
  },
  {
    query: `# A time that is not free is answered with others.
mutation Book($input: BookAppointmentInput!) {
  bookAppointment(input: $input) {
    ... on Appointment { id status startTime contact { id name } }
    ... on SlotTaken { message alternatives { start end } }
  }
}`,
    variables: {
      input: {
        eventTypeId: 101,
        start: '2027-01-15T19:00:00Z',
        attendeeName: 'Camille Dupont',
        attendeePhoneNumber: '+33612345678',
        responses: { partySize: 4 },
        idempotencyKey: 'playground-1',
      },
    },
  },
  {
    query: `# A new voice assistant; what is left out has a sensible default.
mutation CreateAssistant($input: CreateVoiceAssistantInput!) {
  createVoiceAssistant(input: $input) {
    id
    name
    language
    firstMessage
    syncState
  }
}`,
    variables: {
      input: {
        name: 'Camille',
        clientName: 'Restaurant Le Gourmet',
        clientEmail: 'contact@legourmet.fr',
        language: 'fr-FR',
        context:
          'Restaurant gastronomique ouvert de 12 h à 14 h et de 19 h à 23 h, fermé le dimanche. Réservations de 2 à 8 personnes.',
      },
    },
  },
  {
    query: `# Figures of a period, all together and day by day.
query Statistics($from: DateTime!, $to: DateTime!) {
  voiceStats(from: $from, to: $to) {
    calls
    completedCalls
    missedCalls
    averageDurationSeconds
    cost { amount currency }
  }
  voiceStatsBy(group: DAY, from: $from, to: $to) {
    key
    stats { calls totalDurationSeconds }
  }
}`,
    variables: { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' },
  },
  {
    query: `# Calls as they happen. Leave it running, then play a call with: npm run demo
subscription LiveCalls {
  callUpdated {
    id
    status
    fromNumber
    summary
  }
}`,
  },
];
