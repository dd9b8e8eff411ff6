/**
 * Lives until 29 July 2028, but of the Marketing API only the newest versions live, so it moves at least once a year:
 * https://developers.facebook.com/docs/graph-api/changelog/versions
 */
export const graphVersion = 'v25.0';
export const facebookGraph = `https://graph.facebook.com/${graphVersion}`;
