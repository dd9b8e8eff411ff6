/** To be pasted into the playground: the newest call with all that is known of it. */
export const demoQuery = `query LastCall {
  calls(first: 1) {
    nodes {
      id status outcome direction fromNumber toNumber startedAt durationSeconds endedReason
      satisfaction summary disclosedAt sandbox
      assistant { name clientName }
      cost { amount currency }
      costLines { source quantity unit cost { amount currency } original { amount currency } }
      transcript { position role text secondsFromStart }
      toolInvocations { name arguments result durationMs }
      messages { name callback text }
      appointments { id title startTime endTime status attendees { name phoneNumber } }
    }
  }
}`;
