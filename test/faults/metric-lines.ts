interface MetricLine {
  readonly _aws: {
    readonly CloudWatchMetrics: readonly { readonly Metrics: readonly { readonly Name: string }[] }[];
  };
  readonly [metric: string]: unknown;
}

/** Sums of the metrics that functions wrote into their logs, in CloudWatch's embedded metric format. */
export function metricSums(logs: readonly string[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const line of logs.filter((each) => each.startsWith('{"_aws"'))) {
    const emitted = JSON.parse(line) as MetricLine;
    const names = emitted._aws.CloudWatchMetrics.flatMap(({ Metrics }) => Metrics.map(({ Name }) => Name));
    for (const name of names) {
      const values = [emitted[name]].flat().map(Number);
      sums.set(name, (sums.get(name) ?? 0) + values.reduce((total, value) => total + value, 0));
    }
  }
  return sums;
}
