import { createEvents } from '../../../../local/servers/events/events.ts';
import { eventsChecks } from '../../../conformance/events.ts';
import { describeChecks } from '../../../support/check-suite.ts';
import { recordedSurroundings } from '../../../support/surroundings.ts';

describeChecks('EventBridge', createEvents(recordedSurroundings()), eventsChecks);
