import { AslError } from './errors/asl-error.ts';
import type { Json, JsonMap } from './json.ts';
import { maxPayloadBytes } from './payload-limit.ts';

/** All variables of an execution together (Developer Guide, "Passing data between states with variables"). */
const maxStoredBytes = 10 * 1024 * 1024;

/**
 * The variables of one flow. A branch or an inline iteration reads those of the flows around it and writes only its
 * own; a distributed child starts with none.
 */
export class Variables {
  readonly #outer: Variables | undefined;
  #own: JsonMap;

  constructor(own: JsonMap = {}, outer?: Variables) {
    this.#own = own;
    this.#outer = outer;
  }

  /** Everything visible here, inner names first. */
  visible(): JsonMap {
    return this.#outer ? { ...this.#outer.visible(), ...this.#own } : this.#own;
  }

  /** What this flow itself has assigned: the part that a checkpoint keeps. */
  own(): JsonMap {
    return this.#own;
  }

  inner(): Variables {
    return new Variables({}, this);
  }

  assign(values: JsonMap): void {
    if (bytesOf(values) > maxPayloadBytes) {
      throw new AslError(
        'States.DataLimitExceeded',
        `Assign sets more than ${maxPayloadBytes} bytes in one state`,
      );
    }
    const next = { ...this.#own, ...values };
    if (bytesOf(next) > maxStoredBytes) {
      throw new AslError('States.DataLimitExceeded', `the variables exceed ${maxStoredBytes} bytes in all`);
    }
    this.#own = next;
  }
}

function bytesOf(value: Json): number {
  return Buffer.byteLength(JSON.stringify(value));
}
