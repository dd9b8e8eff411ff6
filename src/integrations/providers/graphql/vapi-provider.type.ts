import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { inLocale, type Locale } from '../../../kernel/errors/index.js';
import { DateTimeScalar, UrlScalar } from '../../../kernel/graphql/index.js';
import {
  providerLifecycles,
  type ProviderLifecycle,
  type VapiCategory,
  type VapiProvider,
} from '../vapi-catalogue.schema.js';
import { toDashboardUrl } from '../dashboard-url.js';

const ProviderLifecycleEnum = Object.fromEntries(providerLifecycles.map((value) => [value, value]));

registerEnumType(ProviderLifecycleEnum, {
  name: 'ProviderLifecycle',
  description: 'Whether a provider can be connected at Vapi.',
  valuesMap: {
    AVAILABLE: { description: 'Vapi offers it.' },
    DEPRECATED: { description: 'It was withdrawn, by Vapi or by itself.' },
    UNKNOWN: { description: 'Vapi offers nothing of that name that everyone can use; the note says what comes near.' },
  },
});

@ObjectType('VapiProvider', { description: 'A company or service that Vapi itself connects.' })
export class VapiProviderType {
  @Field(() => String, {
    description: 'What Vapi calls it where it has a word for it, such as 11labs. Unique in its category.',
  })
  key!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'What it is for, in the reader’s language.' })
  description!: string;

  @Field(() => ProviderLifecycleEnum)
  lifecycle!: ProviderLifecycle;

  @Field(() => String, {
    nullable: true,
    description: 'What became of it and what to know before choosing it, in the reader’s language.',
  })
  note!: string | null;

  @Field(() => DateTimeScalar, { description: 'The day on which lifecycle and note were last checked.' })
  asOf!: Date;

  @Field(() => Boolean, { description: 'Whether the guide that this product follows names it in this category.' })
  inGuide!: boolean;

  @Field(() => Boolean, { description: 'Whether to show it before the others.' })
  highlighted!: boolean;

  @Field(() => UrlScalar, { description: 'Where to connect it in Vapi’s dashboard.' })
  dashboardUrl!: string;

  @Field(() => UrlScalar, { nullable: true, description: 'What Vapi writes about it.' })
  documentationUrl!: string | null;

  /** Any of these in the account counts as connected; no field serves them. */
  readonly credentials!: readonly string[];
}

@ObjectType('VapiProviderCategory', { description: 'A kind of providers that Vapi itself connects.' })
export class VapiProviderCategoryType {
  @Field(() => String, {
    description:
      'One of voices, models, transcribers, tools, vector-stores, phone-numbers, cloud-storage, observability, server-configuration.',
  })
  key!: string;

  @Field(() => String, { description: 'In the reader’s language.' })
  label!: string;

  @Field(() => String, { description: 'What they are for, in the reader’s language.' })
  description!: string;

  @Field(() => String, { nullable: true, description: 'What to show first, in a sentence in the reader’s language.' })
  highlight!: string | null;

  @Field(() => [VapiProviderType])
  providers!: VapiProviderType[];
}

export function toVapiProviderCategoryType(category: VapiCategory, locale: Locale): VapiProviderCategoryType {
  const { key, label, description, highlight, providers } = category;
  return {
    key,
    label: inLocale(label, locale),
    description: inLocale(description, locale),
    highlight: highlight ? inLocale(highlight, locale) : null,
    providers: providers.map((provider) => toVapiProviderType(provider, locale)),
  };
}

function toVapiProviderType(provider: VapiProvider, locale: Locale): VapiProviderType {
  const { key, name, description, lifecycle, note, asOf, inGuide, highlighted, credentials } = provider;
  return {
    key,
    name,
    description: inLocale(description, locale),
    lifecycle,
    note: note ? inLocale(note, locale) : null,
    asOf: new Date(asOf),
    inGuide,
    highlighted,
    dashboardUrl: toDashboardUrl(provider),
    documentationUrl: provider.documentationUrl ?? null,
    credentials,
  };
}
