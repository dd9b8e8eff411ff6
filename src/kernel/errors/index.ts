export { AppError, errorKinds, type AppErrorOptions, type ErrorKind, type FieldFault } from './app-error.js';
export { toClientError, type ClientError, type ErrorCode } from './error-mapper.js';
export { inLocale, localeIn, toLocale, type Locale, type LocalizedText } from './localized-text.js';
export { InvalidInput, NotFound, parseInput, RateLimited } from './common.errors.js';
