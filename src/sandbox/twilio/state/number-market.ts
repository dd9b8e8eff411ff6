/** The kinds of numbers as paths name them. */
export const numberTypes = ['Local', 'Mobile', 'TollFree', 'National'] as const;
export type NumberType = (typeof numberTypes)[number];

export interface SoldType {
  /** What all its numbers begin with; the rest is counted up. */
  readonly prefix: string;
  readonly monthly: string;
  readonly inbound: string;
  readonly locality?: string | undefined;
  readonly addressRequirements: 'none' | 'any' | 'local' | 'foreign';
}

export interface SoldCountry {
  readonly name: string;
  readonly digits: number;
  readonly outbound: string;
  readonly types: Readonly<Partial<Record<NumberType, SoldType>>>;
}

/** A number that nobody has. */
export interface OfferedNumber {
  readonly phoneNumber: string;
  readonly isoCountry: string;
  readonly type: NumberType;
  readonly sold: SoldType;
}

/** How many of each kind are to be had. */
const stock = 30;

/** What can be bought, and for how much; the prices are made up, but for those of the United States. */
export class NumberMarket {
  constructor(
    private readonly isTaken: (phoneNumber: string) => boolean,
    private readonly countries: Readonly<Record<string, SoldCountry>> = soldCountries,
  ) {}

  country(isoCountry: string): SoldCountry | null {
    return this.countries[isoCountry.toUpperCase()] ?? null;
  }

  /** Null for a kind that the country does not have. */
  offers(isoCountry: string, type: NumberType): OfferedNumber[] | null {
    const country = this.country(isoCountry);
    const sold = country?.types[type];
    if (!country || !sold) return null;
    const iso = isoCountry.toUpperCase();
    return numbersOf(country, sold)
      .filter((phoneNumber) => !this.isTaken(phoneNumber))
      .map((phoneNumber) => ({ phoneNumber, isoCountry: iso, type, sold }));
  }

  /** Null where it is not for sale. */
  find(phoneNumber: string): OfferedNumber | null {
    for (const isoCountry of Object.keys(this.countries))
      for (const type of numberTypes) {
        const offer = this.offers(isoCountry, type)?.find((each) => each.phoneNumber === phoneNumber);
        if (offer) return offer;
      }
    return null;
  }
}

function numbersOf({ digits }: SoldCountry, { prefix }: SoldType): string[] {
  const room = digits - prefix.length + 1;
  return Array.from({ length: stock }, (_, index) => prefix + String(index + 1).padStart(room, '0'));
}

const soldCountries: Readonly<Record<string, SoldCountry>> = {
  US: {
    name: 'United States',
    digits: 11,
    outbound: '0.0140',
    types: {
      Local: {
        prefix: '+1808925',
        monthly: '1.15',
        inbound: '0.0085',
        locality: 'Hilo',
        addressRequirements: 'none',
      },
      TollFree: { prefix: '+1888555', monthly: '2.15', inbound: '0.0220', addressRequirements: 'none' },
    },
  },
  FR: {
    name: 'France',
    digits: 11,
    outbound: '0.0300',
    types: {
      Local: {
        prefix: '+331590',
        monthly: '1.35',
        inbound: '0.0100',
        locality: 'Paris',
        addressRequirements: 'local',
      },
      National: { prefix: '+33948', monthly: '1.35', inbound: '0.0100', addressRequirements: 'any' },
      Mobile: { prefix: '+33644', monthly: '3.00', inbound: '0.0100', addressRequirements: 'any' },
      TollFree: { prefix: '+33805', monthly: '25.00', inbound: '0.0950', addressRequirements: 'any' },
    },
  },
  GB: {
    name: 'United Kingdom',
    digits: 12,
    outbound: '0.0160',
    types: {
      Local: { prefix: '+44203', monthly: '1.15', inbound: '0.0100', locality: 'London', addressRequirements: 'any' },
      Mobile: { prefix: '+447700', monthly: '1.15', inbound: '0.0100', addressRequirements: 'none' },
    },
  },
  BE: {
    name: 'Belgium',
    digits: 10,
    outbound: '0.0300',
    types: {
      Local: {
        prefix: '+322588',
        monthly: '1.50',
        inbound: '0.0100',
        locality: 'Brussels',
        addressRequirements: 'local',
      },
    },
  },
};
