import { Injectable } from '@nestjs/common';
import { Config, Secret } from '../../../kernel/config/index.js';
import { CredentialRejected, HttpClient, HttpFailure, noReply, UpstreamRefused } from '../../../kernel/http/index.js';
import { AppLogger } from '../../../kernel/observability/index.js';
import { vapiConfig } from '../../providers/vapi/vapi.config.js';
import {
  CallJustEnded,
  CallNotControllable,
  CommandRefused,
  CommandUncertain,
  ControlAddressRefused,
} from '../control.errors.js';
import { platformWords } from '../platform-words.js';
import { controlAddress, type ControlAddress } from './control-address.js';

/** Somebody waits for it, and a caller is on the line. */
const timeoutMs = 10_000;

/** Sends commands to the address that Vapi gives for one call. The address is all the proof that Vapi asks for: it is told to nobody. */
@Injectable()
export class ControlLine {
  constructor(
    private readonly http: HttpClient,
    private readonly config: Config,
    private readonly log: AppLogger,
  ) {}

  /**
   * @param callId For the log: Vapi's id of the call.
   * @throws ControlAddressRefused, CallJustEnded, CallNotControllable, CommandRefused, CommandUncertain
   */
  async send(callId: string, controlUrl: Secret, command: object): Promise<void> {
    const address = controlAddress(controlUrl.reveal(), this.config.get(vapiConfig).baseUrl);
    if (!address) {
      this.log.warn('voice.control.address_refused', { callId });
      throw new ControlAddressRefused();
    }
    try {
      await this.post(address, command);
    } catch (error) {
      throw error instanceof HttpFailure ? meaningOf(error) : error;
    }
  }

  private async post({ url, hostFrom }: ControlAddress, command: object): Promise<void> {
    // Errors and logs name a request by its path, which is the secret here.
    const secrets = [url.href, url.pathname, url.pathname.slice(1), url.search.slice(1)]
      .filter((part) => part.length > 1)
      .map((part) => new Secret(part));
    await this.http.request(
      { name: 'vapi-control', title: 'Vapi', baseUrl: url.href, hostFrom, secrets },
      { method: 'POST', body: { json: command }, reply: noReply, retries: 0, timeoutMs },
    );
  }
}

function meaningOf(failure: HttpFailure): Error {
  if (failure.kind === 'not_found') return new CallJustEnded();
  if (failure instanceof CredentialRejected) return new CallNotControllable();
  if (failure instanceof UpstreamRefused) return new CommandRefused('Vapi', platformWords(failure));
  return failure.outcomeUnknown ? new CommandUncertain('Vapi', failure) : failure;
}
