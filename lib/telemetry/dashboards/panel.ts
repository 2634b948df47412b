import {
  LegendDisplayMode,
  LegendPlacement,
  TooltipDisplayMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/timeseries';

/** Units by Grafana's ids. */
const units = {
  share: 'percentunit',
  requests: 'reqps',
  milliseconds: 'ms',
  count: 'short',
  bytes: 'bytes',
  bytesPerSecond: 'Bps',
  perSecond: 'cps',
} as const;

export interface Query {
  readonly expr: string;
  /** Name of the line; labels as `{{label}}`. */
  readonly legend: string;
}

export interface PanelProps {
  readonly title: string;
  /** What it shows and why one looks at it. */
  readonly description: string;
  readonly unit: keyof typeof units;
  readonly queries: readonly Query[];
  /** Of 24 columns. @default 12 */
  readonly width?: number;
}

const height = 8;

/** A graph over time; without traffic there is a gap, and never a made-up number. */
export function panel(props: PanelProps, datasource: string): PanelBuilder {
  const source = { type: 'prometheus', uid: datasource };
  const panel = new PanelBuilder()
    .title(props.title)
    .description(props.description)
    .unit(units[props.unit])
    .datasource(source)
    .min(0)
    .height(height)
    .span(props.width ?? 12)
    .noValue('no traffic')
    .legend(legend())
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi));
  if (props.unit === 'share') {
    panel.max(1);
  }
  props.queries.forEach(({ expr, legend }, index) => {
    const refId = String.fromCharCode('A'.charCodeAt(0) + index);
    panel.withTarget(new DataqueryBuilder().refId(refId).datasource(source).expr(expr).legendFormat(legend).range());
  });
  return panel;
}

/** Shown, which is not the default, with the newest number of each line. */
function legend(): VizLegendOptionsBuilder {
  return new VizLegendOptionsBuilder()
    .showLegend(true)
    .displayMode(LegendDisplayMode.Table)
    .placement(LegendPlacement.Bottom)
    .calcs(['lastNotNull']);
}
