import { readFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Jitter } from './asl/run/jitter.ts';
import type { Account } from './cfn/stack-scope.ts';
import type { SimulatedClock } from './clock/simulated-clock.ts';
import { HttpApi } from './http-api/http-api.ts';
import { openPeople, type People } from './http-api/people.ts';
import { createAccessControl, type PolicyAccessControl } from './iam/policy-access-control.ts';
import { EventSourceMappings } from './lambda/event-source-mappings.ts';
import { createLambda, type Lambda } from './lambda/lambda.ts';
import { LogFiles } from './lambda/log-files.ts';
import { readPriceList } from './meter/price-list.ts';
import { createMeter, type UsageMeter } from './meter/usage-meter.ts';
import { Schedules } from './scheduler/schedules.ts';
import { createDynamodb, type DynamodbService } from './servers/dynamodb/dynamodb-service.ts';
import { createEvents } from './servers/events/events.ts';
import { Gateway } from './servers/gateway.ts';
import { createKms } from './servers/kms/kms.ts';
import { createS3 } from './servers/s3/s3-service.ts';
import { createSecrets } from './servers/secrets/secrets.ts';
import { createSqs } from './servers/sqs/sqs-service.ts';
import { createStates, type StatesService } from './servers/states/states-service.ts';
import type { Surroundings } from './surroundings.ts';

export interface RunningServices {
  readonly place: Account;
  readonly endpoint: string;
  readonly database: DatabaseSync;
  readonly access: PolicyAccessControl;
  readonly meter: UsageMeter;
  /** Flow of each function, machine and schedule, by the access key id of its role and by its ARN. */
  readonly flows: Map<string, string>;
  readonly people: People;
  readonly dynamodb: DynamodbService;
  readonly states: StatesService;
  readonly lambda: Lambda;
  readonly mappings: EventSourceMappings;
  readonly schedules: Schedules;
  readonly httpApi: HttpApi;
  readonly gateway: Gateway;
}

export interface ServiceOptions {
  readonly storage: string;
  readonly clock: SimulatedClock;
  readonly apiPort: number | undefined;
  readonly jitter: Jitter;
  readonly log: (line: string) => void;
}

/** Opens the storage and starts every service on it, with nothing deployed yet. */
export async function startServices(place: Account, options: ServiceOptions): Promise<RunningServices> {
  const { storage, clock, log } = options;
  const database = openDatabase(join(storage, 'embedded-aws.sqlite'));
  const access = createAccessControl(place);
  const flows = new Map<string, string>();
  const flowOf = (accessKeyId: string) => flows.get(accessKeyId) ?? 'platform';
  const meter = createMeter({ database, prices: readPriceList(), flowOf });
  const surroundings = { ...place, clock, access, meter, database } satisfies Surroundings;
  let url = '';
  const endpoint = () => url;

  const dynamodb = await createDynamodb(surroundings, { directory: join(storage, 'dynamodb') });
  const states = createStates(surroundings, { endpoint, jitter: options.jitter });
  const lambda = createLambda(surroundings, {
    endpoint,
    clockOffset: clock.offsetCell,
    logs: new LogFiles(join(storage, 'logs')),
    report: log,
  });
  const mappings = new EventSourceMappings(surroundings, { endpoint, functions: lambda.functions, log });
  const onVisible = (queueArn: string): void => {
    mappings.notify(queueArn);
  };
  const gateway = new Gateway([
    dynamodb,
    states,
    lambda,
    createS3(surroundings),
    createSqs(surroundings, { endpoint, onVisible }),
    createKms(surroundings),
    createSecrets(surroundings),
    createEvents(surroundings),
  ]);
  url = await listenAsBefore(gateway, join(storage, 'gateway-port'));
  const people = openPeople(join(storage, 'people.json'));
  const httpApi = new HttpApi(surroundings, lambda, people);
  await httpApi.listen(options.apiPort);
  const schedules = new Schedules(surroundings, { endpoint, log });
  return {
    ...{ place, endpoint: url, database, access, meter, flows, people },
    ...{ dynamodb, states, lambda, mappings, schedules, httpApi, gateway },
  };
}

function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  // A killed process loses nothing; only a power cut may cost the last moments, and the file stays whole.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  return database;
}

/**
 * Takes the port of the last time if it is free, because executions that wait hold queue URLs, and those name it.
 * @returns the gateway's URL
 */
async function listenAsBefore(gateway: Gateway, portFile: string): Promise<string> {
  const before = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0;
  const url = await gateway.listen(before).catch(() => gateway.listen());
  writeFileSync(portFile, new URL(url).port);
  return url;
}
