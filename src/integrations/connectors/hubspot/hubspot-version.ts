/** Each version is supported for 18 months: https://developers.hubspot.com/docs/developer-tooling/platform/versioning */
export const apiVersion = '2026-09';

/** Where the newest version known is an older one. */
export const singleSendVersion = '2026-03';

/** Numbered versions end on 2027-03-30; of workflows the dated one is in beta. */
export const workflowVersion = 'v4';
