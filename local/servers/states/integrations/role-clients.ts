import { Agent } from 'node:http';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';

export interface Clients {
  readonly dynamodb: DynamoDBClient;
  readonly events: EventBridgeClient;
  readonly lambda: LambdaClient;
  readonly s3: S3Client;
  readonly sfn: SFNClient;
  readonly sqs: SQSClient;
}

/** SDK clients that sign as the role of a machine, made once per role. */
export class RoleClients {
  readonly #endpoint: () => string;
  readonly #region: string;
  readonly #byRole = new Map<string, Clients>();
  readonly #agent = new Agent({ keepAlive: true });

  constructor(region: string, endpoint: () => string) {
    this.#region = region;
    this.#endpoint = endpoint;
  }

  of(role: string): Clients {
    const known = this.#byRole.get(role);
    if (known) return known;
    const made = this.#make(role);
    this.#byRole.set(role, made);
    return made;
  }

  destroy(): void {
    for (const clients of this.#byRole.values()) {
      for (const client of Object.values(clients) as Clients[keyof Clients][]) client.destroy();
    }
    this.#byRole.clear();
    this.#agent.destroy();
  }

  #make(role: string): Clients {
    const settings = {
      endpoint: this.#endpoint(),
      region: this.#region,
      credentials: { accessKeyId: role, secretAccessKey: 'local-secret' },
      // Retrying is the machine's business: its Retry rules must see the first error.
      maxAttempts: 1,
      requestHandler: { httpAgent: this.#agent },
    };
    return {
      dynamodb: new DynamoDBClient(settings),
      events: new EventBridgeClient(settings),
      lambda: new LambdaClient(settings),
      s3: new S3Client({ ...settings, forcePathStyle: true }),
      sfn: new SFNClient(settings),
      sqs: new SQSClient(settings),
    };
  }
}
