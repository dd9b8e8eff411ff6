/** What the ids of prices start with: `price_<uuid>`. */
export const pricePrefix = 'price';
