import { seededJitter } from './asl/run/jitter.ts';
import { allFamilies } from './cfn/all-families.ts';
import { placeOf, readAssembly, type StackArtifact } from './cfn/assembly.ts';
import { Deployer, type Deployment } from './cfn/deployment.ts';
import { ResourceLedger } from './cfn/resource-ledger.ts';
import { RoleBook } from './cfn/role-book.ts';
import type { BootOptions, EmbeddedAws } from './embedded-aws.ts';
import { operatorClients } from './operator-clients.ts';
import { quiescence } from './quiescence.ts';
import { type RunningServices, startServices } from './running-services.ts';
import { lockStorage } from './storage-lock.ts';

/**
 * Deploys a synthesised app into servers of this process and sets it going. Booting again on the same storage
 * redeploys: tables, objects, messages, keys and secrets stay, and executions that were running go on.
 *
 * @throws Error when another live process holds the storage, or when the assembly asks for something that is neither
 *   emulated nor ignored on purpose, naming stack, type and logical id
 */
export async function boot(options: BootOptions): Promise<EmbeddedAws> {
  const stacks = readAssembly(options.assembly);
  const unlock = lockStorage(options.storage);
  try {
    const { storage, clock, apiPort, jitter = seededJitter(0), log = () => undefined } = options;
    const services = await startServices(placeOf(stacks), { storage, clock, apiPort, jitter, log });
    const close = async (): Promise<void> => {
      await stopServices(services);
      // Alarms of services that are gone would fire into a closed database.
      clock.stop();
      services.database.close();
      unlock();
    };
    return await deployAndStart(stacks, services, close);
  } catch (error) {
    unlock();
    throw error;
  }
}

async function deployAndStart(
  stacks: readonly StackArtifact[],
  services: RunningServices,
  close: () => Promise<void>,
): Promise<EmbeddedAws> {
  try {
    const deployment = await deploy(stacks, services);
    await services.states.resume();
    services.lambda.asynchronous.resume();
    services.mappings.start();
    services.schedules.start();
    return embeddedAws(services, deployment, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function deploy(stacks: readonly StackArtifact[], services: RunningServices): Promise<Deployment> {
  const { place, endpoint, access, database } = services;
  const clients = operatorClients(endpoint, place.region);
  const families = allFamilies({ ...place, ...services, clients, roles: new RoleBook(access) });
  try {
    return await new Deployer(families, new ResourceLedger(database), place).deploy(stacks);
  } finally {
    for (const client of Object.values<{ destroy(): void }>({ ...clients })) client.destroy();
  }
}

function embeddedAws(
  services: RunningServices,
  deployment: Deployment,
  close: () => Promise<void>,
): EmbeddedAws {
  const { endpoint, httpApi, people, states, meter, access, lambda, schedules } = services;
  const { outputs, ignored, resources } = deployment;
  return {
    ...{
      endpoint,
      apiUrl: httpApi.url,
      people,
      outputs,
      ignored,
      states,
      meter,
      access,
      lambda,
      schedules,
      close,
    },
    resources: () => resources,
    physicalId(stackName, logicalId) {
      const found = resources.find((each) => each.stackName === stackName && each.logicalId === logicalId);
      if (found) return found.physicalId;
      throw new Error(`the stack ${stackName} has no resource ${logicalId}`);
    },
    settled: () => quiescence(services),
  };
}

/** From the outside in: nobody new gets in, what runs comes to its end, then the storage is closed. */
async function stopServices(services: RunningServices): Promise<void> {
  await services.schedules.close();
  await services.httpApi.close();
  await services.mappings.close();
  await services.states.close();
  await services.lambda.close();
  await services.gateway.close();
  await services.dynamodb.close();
  services.meter.close();
}
