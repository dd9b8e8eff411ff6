import { Field, ObjectType } from '@nestjs/graphql';
import { VoiceStatsType } from './voice-stats.type.js';

@ObjectType('StatsGroupRow', {
  description: 'The calls of one hour, day, week, month, assistant, client, outcome or reason.',
})
export class StatsGroupRowType {
  @Field(() => String, {
    description:
      'In the workspace’s time zone: 2026-10-25T02:00:00+01:00 for an hour, 2026-10-25 for a day, the Monday for a week, ' +
      '2026-10 for a month. Else the id of the assistant or client, the outcome, or the reason; none where a call has none.',
  })
  key!: string;

  @Field(() => VoiceStatsType)
  stats!: VoiceStatsType;
}
