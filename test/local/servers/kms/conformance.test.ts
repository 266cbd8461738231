import { createKms } from '../../../../local/servers/kms/kms.ts';
import { kmsChecks } from '../../../conformance/kms.ts';
import { describeChecks } from '../../../support/check-suite.ts';
import { recordedSurroundings } from '../../../support/surroundings.ts';

describeChecks('Key Management Service', createKms(recordedSurroundings()), kmsChecks);
