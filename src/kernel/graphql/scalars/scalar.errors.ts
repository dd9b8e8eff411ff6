import { InvalidInput, type LocalizedText } from '../../errors/index.js';

/** A value that a scalar does not accept; says what it does accept. */
export class ScalarRefused extends InvalidInput {
  constructor(scalar: string, expected: LocalizedText) {
    super(`GRAPHQL.${scalar.toUpperCase()}_EXPECTED`, expected);
  }
}
