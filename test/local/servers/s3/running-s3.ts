import { S3Client } from '@aws-sdk/client-s3';
import { Gateway } from '../../../../local/servers/gateway.ts';
import { createS3 } from '../../../../local/servers/s3/s3-service.ts';
import { ServiceError } from '../../../../local/servers/service-error.ts';
import type { Surroundings } from '../../../../local/surroundings.ts';
import { recordedSurroundings, type RecordedSurroundings } from '../../../support/surroundings.ts';

export interface RunningS3 {
  readonly s3: S3Client;
  readonly endpoint: string;
  readonly surroundings: RecordedSurroundings;
  stop(): Promise<void>;
}

/** The embedded S3 behind a gateway, with an SDK client that everything is allowed unless `overrides.access` says no. */
export async function startS3(overrides: Partial<Surroundings> = {}): Promise<RunningS3> {
  const surroundings = recordedSurroundings(overrides);
  const gateway = new Gateway([createS3(surroundings)]);
  const endpoint = await gateway.listen();
  const s3 = new S3Client({
    endpoint,
    region: surroundings.region,
    credentials: { accessKeyId: 'caller', secretAccessKey: 'local-secret' },
    forcePathStyle: true,
    maxAttempts: 1,
  });
  return {
    s3,
    endpoint,
    surroundings,
    stop: async () => {
      s3.destroy();
      surroundings.clock.stop();
      await gateway.close();
    },
  };
}

/** Access control that forbids these actions and allows the rest. */
export function forbidding(...actions: readonly string[]): Pick<Surroundings, 'access'> {
  return {
    access: {
      demand: (accessKeyId, action, resource) => {
        if (!actions.includes(action)) return;
        throw new ServiceError(
          'AccessDeniedException',
          `${accessKeyId} may not ${action} on ${resource}`,
          400,
        );
      },
    },
  };
}
