/**
 * Summer '26. Each version stays for three years at least:
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/api_rest_eol.htm
 */
export const apiVersion = 'v67.0';
