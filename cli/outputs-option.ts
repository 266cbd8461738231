import { Option } from 'commander';

/** For commands that work on a deployed stage, too. */
export function outputsOption(): Option {
  return new Option('--outputs <file>', 'a deployed stage: what `cdk deploy --outputs-file` wrote');
}
