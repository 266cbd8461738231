import { Command } from 'commander';
import { auditCommand } from './audit-command.ts';
import { backtestCommand } from './backtest-command.ts';
import { caseCommand } from './case-command.ts';
import { compareCommand } from './compare-command.ts';
import { demoCommand } from './demo-command.ts';
import { determineCommand } from './determine-command.ts';
import { dispositionCommand } from './disposition-command.ts';
import { inboxCommand } from './inbox-command.ts';
import { listsCommand } from './lists-command.ts';
import { ownersCommand } from './owners-command.ts';
import { proofCommand } from './proof-command.ts';
import { measuresCommand } from './measures-command.ts';
import { policyCommand } from './policy-command.ts';
import { replayCommand } from './replay-command.ts';
import { reportCommand } from './report-command.ts';
import { rescreenCommand } from './rescreen-command.ts';
import { screenCommand } from './screen-command.ts';
import { sendCommand } from './send-command.ts';
import { upCommand } from './up-command.ts';
import { verificationCommand } from './verification-command.ts';

/** Takes the exit code of a command whose answer may be no without anything having gone wrong. */
export type Answer = (code: 0 | 1 | 2) => void;

/**
 * Every command of `kyc`. Nothing exits the process: errors are thrown. What a command does is imported when it is called: to
 * load all of them takes longer than most take.
 */
export function program(answer: Answer): Command {
  const kyc = new Command('kyc')
    .description('Know-your-customer for providers of cloud infrastructure.')
    .showHelpAfterError('(see --help)')
    .exitOverride();
  const commands = [
    demoCommand(),
    upCommand(),
    sendCommand(),
    caseCommand(),
    dispositionCommand(),
    inboxCommand(),
    listsCommand(answer),
    auditCommand(answer),
    reportCommand(),
    rescreenCommand(),
    determineCommand(answer),
    ownersCommand(answer),
    policyCommand(answer),
    measuresCommand(answer),
    screenCommand(answer),
    compareCommand(answer),
    proofCommand(answer),
    replayCommand(answer),
    backtestCommand(answer),
    verificationCommand(answer),
  ];
  for (const command of commands) kyc.addCommand(overridden(command));
  return kyc;
}

/** `exitOverride` and the error style do not reach subcommands that were made apart. */
function overridden(command: Command): Command {
  command.exitOverride().showHelpAfterError('(see --help)');
  for (const child of command.commands) overridden(child);
  return command;
}
