import { registerEnumType } from '@nestjs/graphql';
import { checkStatuses } from '../finding.js';

export const CheckStatusEnum = Object.fromEntries(checkStatuses.map((status) => [status, status]));

registerEnumType(CheckStatusEnum, {
  name: 'CheckStatus',
  description: 'What a check came to.',
  valuesMap: {
    WARN: { description: 'It works, but not as it should.' },
    SKIPPED: { description: 'Not looked at, and so not blamed: observed says why.' },
  },
});
