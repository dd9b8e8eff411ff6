/** What the ids of alerts start with: `alert_<uuid>`. */
export const alertPrefix = 'alert';
