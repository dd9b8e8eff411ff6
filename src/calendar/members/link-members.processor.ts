import type { RequestContext } from '../../kernel/context/index.js';
import { JobProcessor, type JobHandler } from '../../kernel/queue/index.js';
import { linkMembersJob, type LinkMembers } from './link-members.job.js';
import { MemberLinker } from './member-linker.service.js';

@JobProcessor(linkMembersJob)
export class LinkMembersProcessor implements JobHandler<LinkMembers> {
  constructor(private readonly linker: MemberLinker) {}

  async run(ctx: RequestContext, { contactIds }: LinkMembers): Promise<void> {
    await this.linker.link(ctx, contactIds);
  }
}
