/** A page of calls as a list on a screen shows it. */
export const callPage = `query BenchCalls($first: Int!) {
  calls(first: $first) {
    nodes {
      id status outcome direction fromNumber toNumber startedAt endedAt durationSeconds endedReason satisfaction summary
      sandbox createdAt cost { amount currency } assistant { id name phoneNumber language }
    }
    pageInfo { hasNextPage }
  }
}`;

export const me = '{ me { id } }';
