import { OutcomeUnknown } from '../providers/calcom/calcom.errors.js';

/**
 * A change that has the same end however often it is made: where its answer is lost, it is looked for, and made once more
 * when it is not there.
 *
 * @param look What is there when the change is made; undefined when it is not.
 * @throws OutcomeUnknown when the second answer is lost too, and whatever the change throws.
 */
export async function writeAndLook<T>(write: () => Promise<T>, look: () => Promise<T | undefined>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof OutcomeUnknown)) throw error;
  }
  return (await look()) ?? write();
}
