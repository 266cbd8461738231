import { createSecrets } from '../../../../local/servers/secrets/secrets.ts';
import { secretsChecks } from '../../../conformance/secrets.ts';
import { describeChecks } from '../../../support/check-suite.ts';
import { recordedSurroundings } from '../../../support/surroundings.ts';

describeChecks('Secrets Manager', createSecrets(recordedSurroundings()), secretsChecks);
